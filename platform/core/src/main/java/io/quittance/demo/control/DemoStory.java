package io.quittance.demo.control;

import io.quittance.demo.DemoBusiness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What happened and happens at a demo business, told once. */
@ApplicationScoped
public class DemoStory {

    @Inject
    DemoMarks marks;
    @Inject
    DemoGateway gateway;
    @Inject
    DemoHistory history;
    @Inject
    DemoPresent present;
    @Inject
    DemoSales sales;
    @Inject
    DemoBank bank;

    /** Begins with what is seen first, so that there is something to look at while the history still comes in. */
    public void tell(DemoBusiness business) {
        if (!marks.isTold()) {
            gateway.enable(business);
            history.bring(business);
            present.write(business);
            sales.offer(business);
            bank.report();
            marks.told();
        }
    }
}
