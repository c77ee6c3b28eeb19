package io.quittance.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.plugin.InstallOutcome;
import io.quittance.plugin.InstallOutcome.Installed;
import io.quittance.plugin.InstallOutcome.Refused;
import io.quittance.plugin.InstalledPlugin;
import io.quittance.plugin.Loan;
import io.quittance.plugin.PluginHealth;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.Refusal;
import io.quittance.spi.gateway.Checkout;
import io.quittance.spi.gateway.SettingsCheck;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PluginHostTest extends HostUnderTest {

    @Test
    void installsASignedPluginAndLendsIt() {
        InstallOutcome outcome = host.install(new PluginJar().write(folder, "toy.jar", KEY));
        assertThat(outcome).isInstanceOf(Installed.class);
        InstalledPlugin plugin = ((Installed) outcome).plugin();
        assertThat(plugin.name()).isEqualTo("Toy Pay");
        assertThat(plugin.publisher()).isEqualTo(PluginJar.PUBLISHER);
        assertThat(plugin.hosts()).containsExactly("pay.example.org");
        assertThat(plugin.health().state()).isEqualTo(PluginHealth.State.RUNNING);
        assertThat(check()).isEqualTo(new Loan.Returned<>(new SettingsCheck.Verdict.Works("toy account")));
    }

    @Test
    void whatItCannotDoOrWhoIsNotThereIsUnavailable() {
        host.install(new PluginJar().write(folder, "toy.jar", KEY));
        assertThat(host.<Checkout, String>lend(TOY, Checkout.class, checkout -> "called")).isInstanceOf(Loan.Unavailable.class);
        assertThat(host.<SettingsCheck, String>lend(new PluginId("nobody"), SettingsCheck.class, check -> "called"))
            .isInstanceOf(Loan.Unavailable.class);
    }

    @Test
    void seesNothingOfThePlatformButTheSpi() {
        host.install(new PluginJar().check("""
            try {
                Class.forName("io.quittance.plugin.Loan");
                return new SettingsCheck.Verdict.Works("sees core");
            } catch (ClassNotFoundException hidden) {
                boolean resource = ToyGateway.class.getClassLoader().getResource("io/quittance/plugin/Loan.class") != null;
                boolean context = Thread.currentThread().getContextClassLoader() == ToyGateway.class.getClassLoader();
                return new SettingsCheck.Verdict.Works("resource " + resource + ", context " + context);
            }""").write(folder, "toy.jar", KEY));
        assertThat(check()).isEqualTo(new Loan.Returned<>(new SettingsCheck.Verdict.Works("resource false, context true")));
    }

    @Test
    void aCallThatThrowsOrHangsIsBrokenAndFiveInARowTripTheBreaker() {
        host.install(new PluginJar().check("throw new NoClassDefFoundError(\"half a plugin\");").write(folder, "toy.jar", KEY));
        for (int i = 0; i < Breaker.FAILURES_MAX; i++) {
            assertThat(check()).isInstanceOf(Loan.Broken.class);
        }
        assertThat(check()).isInstanceOf(Loan.Unavailable.class);
        assertThat(host.find(TOY).orElseThrow().health().state()).isEqualTo(PluginHealth.State.TRIPPED);
        now.updateAndGet(instant -> instant.plus(Breaker.PAUSE));
        assertThat(check()).as("one is let through to try").isInstanceOf(Loan.Broken.class);
        assertThat(check()).isInstanceOf(Loan.Unavailable.class);
    }

    @Test
    void aPluginThatHangsCostsItsCallerOneTimeLimitAndOthersNothing() throws IOException {
        host.close();
        host = host(Limits.STANDARD, 2);
        host.install(new PluginJar().check("""
            try { Thread.sleep(60_000); } catch (InterruptedException told) { return new SettingsCheck.Verdict.Refused("told to stop"); }
            return new SettingsCheck.Verdict.Works("late");""").write(folder, "toy.jar", KEY));
        assertThat(check()).isInstanceOfSatisfying(Loan.Broken.class, broken -> assertThat(broken.reason()).contains("within 1 s"));
        List<CompletableFuture<Loan<SettingsCheck.Verdict>>> three =
            Stream.generate(() -> CompletableFuture.supplyAsync(this::check, threads)).limit(3).toList();
        assertThat(three).extracting(CompletableFuture::join).filteredOn(Loan.Broken.class::isInstance).hasSize(2);
        assertThat(three).extracting(CompletableFuture::join).filteredOn(Loan.Unavailable.class::isInstance).singleElement()
            .extracting(Object::toString).asString().contains("busy with 2 calls");
    }

    @Test
    void stopsOnlyWhenItsLeasesAreBack() {
        host.install(new PluginJar().check("""
            long end = System.nanoTime() + 4_000_000_000L;
            while (System.nanoTime() < end) { Thread.onSpinWait(); }
            return new SettingsCheck.Verdict.Works("at last");""").write(folder, "toy.jar", KEY));
        assertThat(check()).isInstanceOf(Loan.Broken.class);
        assertThat(host.remove(TOY)).as("the call still spins, though its caller has left").isFalse();
        assertThat(host.find(TOY)).isPresent();
        await(() -> host.remove(TOY));
        assertThat(host.installed()).isEmpty();
    }

    @Test
    void replacesAVersionAndKeepsTheOldOneWhenTheNewOneIsUnfit() {
        host.install(new PluginJar().write(folder, "toy-1.jar", KEY));
        PluginJar second = new PluginJar().manifest("Plugin-Version", "1.1.0")
            .check("return new SettingsCheck.Verdict.Works(\"second\");");
        assertThat(host.install(second.write(folder, "toy-2.jar", KEY))).isInstanceOf(Installed.class);
        assertThat(host.installed()).singleElement().extracting(InstalledPlugin::version).isEqualTo("1.1.0");
        assertRefused(new PluginJar().manifest("Plugin-Version", "1.2.0").extensionId("impostor"), Refusal.ID_DIFFERS);
        assertThat(check()).isEqualTo(new Loan.Returned<>(new SettingsCheck.Verdict.Works("second")));
    }

    @Test
    void twentyStartsAndStopsLeaveNoClassLoaderBehind() {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        Path archive = new PluginJar().write(folder, "toy.jar", KEY);
        for (int i = 0; i < 20; i++) {
            assertThat(host.install(archive)).isInstanceOf(Installed.class);
            loaders.add(loaderOfToy());
            assertThat(host.remove(TOY)).isTrue();
        }
        await(() -> {
            System.gc();
            return loaders.stream().allMatch(loader -> loader.get() == null);
        });
        assertThat(loaders).hasSize(20).allSatisfy(loader -> assertThat(loader.get()).isNull());
    }

    @Test
    void leavesNothingInQuarantine() throws IOException {
        host.install(new PluginJar().write(folder, "toy.jar", KEY));
        assertRefused(new PluginJar().manifest("Plugin-Id", "other"), Refusal.ID_DIFFERS);
        host.remove(TOY);
        try (var files = Files.list(host.quarantine())) {
            assertThat(files).isEmpty();
        }
    }

    private WeakReference<ClassLoader> loaderOfToy() {
        return new WeakReference<>(((Loan.Returned<ClassLoader>) host.<SettingsCheck, ClassLoader>lend(TOY, SettingsCheck.class,
            toy -> toy.getClass().getClassLoader())).value());
    }
}
