package io.quittance.plugins.b1;

import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.SettingsCheck;
import io.quittance.spi.order.OrderAnswer;
import io.quittance.spi.order.OrderNews;
import io.quittance.spi.order.OrderPage;
import io.quittance.spi.order.OrderSink;
import io.quittance.spi.order.OrderSource;
import io.quittance.spi.settings.Settings;
import io.quittance.spi.settings.SettingsForm;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sales orders of SAP Business One, both ways. */
public final class BusinessOne implements OrderSource, OrderSink, SettingsCheck {

    @Override
    public String id() {
        return "sap-business-one";
    }

    @Override
    public String name() {
        return "SAP Business One";
    }

    @Override
    public SettingsForm settings() {
        return B1Form.FORM;
    }

    @Override
    public OrderAnswer<OrderPage> orders(Optional<String> cursor, LocalDate since, GatewayCall call) {
        try {
            return new OrderAnswer.Said<>(new Orders(new ServiceLayer(call)).page(cursor, since));
        } catch (B1Stop stop) {
            return stop.answer();
        } catch (Unreadable | IllegalArgumentException broken) {
            return new OrderAnswer.NoAnswer<>("the answer cannot be read: " + broken.getMessage());
        }
    }

    /** The same fields get the same values however often it is told. */
    @Override
    public OrderAnswer<Boolean> tell(OrderNews news, GatewayCall call) {
        Map<String, Object> fields = fields(news, call.settings());
        if (!news.order().matches("\\d{1,10}")) {
            return new OrderAnswer.Said<>(false);
        }
        if (fields.isEmpty()) {
            return new OrderAnswer.Said<>(true);
        }
        try {
            new ServiceLayer(call).patch("Orders(" + news.order() + ")", fields);
            return new OrderAnswer.Said<>(true);
        } catch (B1Stop stop) {
            return stop.isGone() ? new OrderAnswer.Said<>(false) : stop.answer();
        } catch (Unreadable broken) {
            return new OrderAnswer.NoAnswer<>("the answer cannot be read: " + broken.getMessage());
        }
    }

    private static Map<String, Object> fields(OrderNews news, Settings settings) {
        Map<String, Object> fields = new TreeMap<>();
        settings.find(B1Form.INVOICE_FIELD).ifPresent(field -> fields.put(field, news.invoice()));
        settings.find(B1Form.STATUS_FIELD).ifPresent(field -> fields.put(field, news.status().name()));
        settings.find(B1Form.PAID_FIELD).ifPresent(field -> fields.put(field, news.paid().toDecimal()));
        return fields;
    }

    @Override
    public Verdict check(GatewayCall call) {
        try {
            new ServiceLayer(call).signIn();
            return new Verdict.Works(call.settings().text(B1Form.USER) + " at " + call.settings().text(B1Form.COMPANY));
        } catch (B1Stop stop) {
            return stop.isRefused() ? new Verdict.Refused(stop.getMessage()) : new Verdict.Unreachable(stop.getMessage());
        } catch (Unreadable broken) {
            return new Verdict.Unreachable("the answer cannot be read: " + broken.getMessage());
        }
    }
}
