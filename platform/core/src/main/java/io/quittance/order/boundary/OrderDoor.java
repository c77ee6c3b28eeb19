package io.quittance.order.boundary;

import io.quittance.access.Actor;
import io.quittance.audit.ForgeryBound;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelKind;
import io.quittance.order.DeliveryOutcome;
import io.quittance.order.OrderRoute;
import io.quittance.order.Payload;
import io.quittance.order.Receipt;
import io.quittance.order.control.shop.ShopSignature;
import io.quittance.order.control.shop.Verdict;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantScope;
import io.quittance.tenancy.TenantStatus;
import io.quittance.tenancy.boundary.TenantDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door for shops. Needs neither tenant nor actor: the address proposes the account, its signature proves it. */
@ApplicationScoped
public class OrderDoor {

    /** Longest delivery that is read, in bytes: an order of a thousand lines has room. */
    public static final int LONGEST_BODY = 4 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(OrderDoor.class);
    private static final Set<ChannelKind> SHOPS = EnumSet.of(ChannelKind.SHOPIFY, ChannelKind.WOOCOMMERCE);

    @Inject
    OrderRoutes routes;
    @Inject
    TenantDirectory directory;
    @Inject
    Channels channels;
    @Inject
    OrderIntake intake;
    @Inject
    OrderTrail trail;
    @Inject
    ForgeryBound forgeries;

    /**
     * Takes a delivery. Once this has answered {@code Accepted}, an order in it survives any crash.
     *
     * @param token   in the address
     * @param headers by name
     * @param body    the raw bytes, read up to {@link #LONGEST_BODY} + 1
     */
    public DeliveryOutcome receive(String token, Map<String, List<String>> headers, byte[] body) {
        if (body.length > LONGEST_BODY) {
            return new DeliveryOutcome.TooLarge(LONGEST_BODY);
        }
        Optional<OrderRoute> route = routes.find(token);
        if (route.isEmpty()) {
            return new DeliveryOutcome.UnknownRoute();
        }
        Tenant tenant = directory.require(route.get().tenant());
        if (tenant.status() == TenantStatus.PROVISIONING) {
            return new DeliveryOutcome.TryLater();
        }
        return TenantScope.call(tenant, new Actor.Channel(route.get().channel().toString()), () -> receive(route.get(), headers, body));
    }

    private DeliveryOutcome receive(OrderRoute route, Map<String, List<String>> headers, byte[] body) {
        Optional<ChannelAccount> account = channels.find(route.channel())
                .filter(found -> found.active() && SHOPS.contains(found.kind()));
        if (account.isEmpty()) {
            return new DeliveryOutcome.UnknownRoute();
        }
        return switch (ShopSignature.judge(account.get(), channels.secrets(route.channel()), headers, body)) {
            case Verdict.Forged(String reason) -> {
                LOG.warn("forged delivery for channel {}: {}", route.channel(), reason);
                if (forgeries.maySayMore(route.token())) {
                    trail.forged(route.channel(), reason);
                }
                yield new DeliveryOutcome.Forged();
            }
            case Verdict.Nothing(String about) -> {
                LOG.info("channel {} delivered nothing about orders: {}", route.channel(), about);
                yield new DeliveryOutcome.Accepted();
            }
            case Verdict.Genuine(Payload payload) -> answer(intake.receive(route.channel(), payload));
        };
    }

    private static DeliveryOutcome answer(Receipt receipt) {
        return switch (receipt) {
            case Receipt.Kept kept -> new DeliveryOutcome.Accepted();
            case Receipt.Repeated repeated -> new DeliveryOutcome.Accepted();
            case Receipt.TooLarge(int most) -> new DeliveryOutcome.TooLarge(most);
            case Receipt.NoSuchChannel nowhere -> new DeliveryOutcome.UnknownRoute();
        };
    }
}
