package io.quittance.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.quittance.system.stack.SharedStack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A person at a browser of their own: cookies, screen, and what the pages complained about. */
final class Visitor implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Set<String> GRAVE = Set.of("serious", "critical");
    /** What a person's browser says; one that calls itself headless is taken for a scanner, as it should be. */
    private static final String PERSON = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0"
            + " Safari/537.36";
    private static final int PATIENCE_MILLIS = 30_000;

    private final BrowserContext context;
    private final Page page;
    private final String screen;
    private final List<String> errors = new ArrayList<>();

    private Visitor(int width, int height, String screen) {
        this.screen = screen;
        this.context = Chromium.browser().newContext(new Browser.NewContextOptions()
                .setUserAgent(PERSON).setViewportSize(width, height).setLocale("en-GB").setTimezoneId("Europe/Berlin"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        this.page = context.newPage();
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text() + " at " + message.location());
            }
        });
    }

    static Visitor atDesk() {
        return new Visitor(1280, 900, "desktop");
    }

    static Visitor onPhone() {
        return new Visitor(390, 844, "phone");
    }

    Page page() {
        return page;
    }

    /** Opens a page of the application. */
    Visitor open(String path) {
        page.navigate(path.startsWith("http") ? path : SharedStack.get().baseUrl() + path);
        return this;
    }

    /** Opens a page that asks who one is, and answers at Keycloak. */
    Visitor signIn(String path, String email, String password) {
        open(path);
        answerKeycloak(email, password);
        page.waitForURL(url -> url.startsWith(SharedStack.get().baseUrl()));
        return this;
    }

    /** Keycloak asks for the name first, and for the password on the same page or on the next. */
    void answerKeycloak(String email, String password) {
        page.locator("input[name=username]").fill(email);
        if (page.locator("input[name=password]:visible").count() == 0) {
            page.locator("input[name=username]").press("Enter");
        }
        page.locator("input[name=password]").fill(password);
        page.locator("input[name=password]").press("Enter");
    }

    void keepPicture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + "-" + screen + ".png")).setFullPage(true));
    }

    /** Keeps a picture of the page, and has axe look for faults that keep people out. */
    Visitor look(String name) {
        keepPicture(name);
        List<Rule> faults = new AxeBuilder(page).setLegacyMode(true).analyze().getViolations().stream()
                .filter(rule -> GRAVE.contains(rule.getImpact())).toList();
        assertThat(faults).as("axe on %s (%s)", name, page.url())
                .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().getFirst().getHtml()).isEmpty();
        return this;
    }

    /** Scripts that fail and files that are missing, since the last call. */
    List<String> complaints() {
        List<String> seen = List.copyOf(errors);
        errors.clear();
        return seen;
    }

    @Override
    public void close() {
        context.close();
    }
}
