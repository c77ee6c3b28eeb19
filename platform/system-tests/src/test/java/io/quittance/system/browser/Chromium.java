package io.quittance.system.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, driven by Playwright; one process for all tests of this JVM. */
final class Chromium {

    static final String ABSENT = "Chromium is not installed: README.md names the Debian packages of the browser tests";

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    /** Headless, as root, in a container, and speaking to nobody but the pages under test. */
    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage");

    private static Browser browser;

    private Chromium() {
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    static synchronized Browser browser() {
        if (browser == null) {
            if (!isInstalled()) {
                throw new IllegalStateException(ABSENT);
            }
            Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(PROGRAM).setArgs(ARGUMENTS));
        }
        return browser;
    }
}
