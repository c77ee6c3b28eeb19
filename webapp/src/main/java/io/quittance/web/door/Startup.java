package io.quittance.web.door;

import io.quittance.config.Configuration;
import io.quittance.identity.OidcSettings;
import io.quittance.signup.boundary.SignUpConfirmation;
import io.quittance.tenancy.BackgroundLoop;
import io.quittance.tenancy.boundary.BackgroundWork;
import io.quittance.tenancy.boundary.SchemaUpgrade;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the schemas up to date, then opens the door and lets the workers begin. A database that is away when the server
 * starts is waited for; until then every request is told to come back.
 */
@WebListener
public class Startup implements ServletContextListener {

    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);
    private static final int WORKERS = 2;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    @Inject
    SchemaUpgrade schemas;

    @Inject
    BackgroundWork work;

    @Inject
    @Any
    Instance<BackgroundLoop> loops;

    @Inject
    SignUpConfirmation signUps;

    @Inject
    Readiness readiness;

    @Inject
    Configuration configuration;

    @Inject
    OidcSettings oidc;

    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext().getSessionCookieConfig().setSecure(oidc.baseUrl().startsWith("https:"));
        start("quittance-start", this::begin);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        List<Thread> running = List.copyOf(threads);
        running.forEach(Thread::interrupt);
        for (Thread thread : running) {
            try {
                thread.join(FAREWELL);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void begin() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                schemas.upgradeAll();
                readiness.reached();
                signUps.resumeAll();
                int workers = configuration.number("quittance.workers", WORKERS);
                for (int number = 1; number <= workers; number++) {
                    start("quittance-worker-" + number, work::runUntilInterrupted);
                }
                loops.forEach(loop -> start("quittance-" + loop.name(), loop::runUntilInterrupted));
                return;
            } catch (RuntimeException away) {
                LOG.warn("the schemas cannot be brought up to date now, trying again: {}", away.getMessage());
                pause();
            }
        }
    }

    private void start(String name, Runnable task) {
        Thread thread = Thread.ofPlatform().name(name).daemon(true).unstarted(task);
        threads.add(thread);
        thread.start();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
