package io.quittance.web.operation;

import io.quittance.demo.boundary.Demo;
import io.quittance.web.door.Readiness;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the demo data in the background once the node is ready, where the deployment asks for it. Nobody waits for it. */
@WebListener
public class DemoStart implements ServletContextListener {

    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration BEFORE_RETRY = Duration.ofSeconds(5);
    private static final int TRIES = 60;

    @Inject
    Demo demo;
    @Inject
    Readiness readiness;

    private Thread loader;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (demo.isWanted()) {
            demo.announce();
            loader = Thread.ofPlatform().name("quittance-demo").daemon(true).start(this::load);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (loader != null) {
            loader.interrupt();
        }
    }

    private void load() {
        try {
            while (!readiness.isReady()) {
                Thread.sleep(PAUSE);
            }
            for (int attempt = 1; !tryOnce(attempt) && attempt < TRIES; attempt++) {
                Thread.sleep(BEFORE_RETRY);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tryOnce(int attempt) {
        try {
            demo.load();
            LOG.info("the demo data is there");
            return true;
        } catch (RuntimeException failed) {
            // Accounts cannot be made while Keycloak still starts; whatever it is, the next attempt goes on from here.
            LOG.warn("demo data, attempt {} of {}: {}", attempt, TRIES, failed.getMessage());
            LOG.debug("why the demo data is not there yet", failed);
            return false;
        }
    }
}
