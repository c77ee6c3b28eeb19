package io.quittance.order.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.invoice.DocumentStatus;
import io.quittance.invoice.InvoiceRow;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelId;
import io.quittance.order.ChannelKind;
import io.quittance.order.OrderId;
import io.quittance.order.control.ChannelRows;
import io.quittance.order.control.connector.ConnectorRows;
import io.quittance.spi.money.Money;
import io.quittance.spi.order.OrderNews;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The units of work around visits to connected systems; none is open while one is spoken to. */
@Boundary
public class ConnectorUnits {

    @Inject
    ChannelRows channels;
    @Inject
    ConnectorRows rows;
    @Inject
    InvoiceList invoices;

    /** What is to be told about an order. @param key short, the same as long as there is nothing new */
    public record Tidings(OrderId order, OrderNews news, String key) {
    }

    @Requires(Permission.SYSTEM)
    public List<ChannelAccount> active() {
        return channels.all().stream().filter(account -> account.active() && account.kind() == ChannelKind.CONNECTOR).toList();
    }

    @Requires(Permission.SYSTEM)
    public Optional<ConnectorRows.Visit> visit(ChannelId channel) {
        return rows.visit(channel);
    }

    @Requires(Permission.SYSTEM)
    public void visited(ChannelId channel, ConnectorRows.Visit visit) {
        rows.visited(channel, visit);
    }

    /** News that the system does not have yet; what has none counts as looked at. */
    @Requires(Permission.SYSTEM)
    public List<Tidings> tidings(ChannelId channel, int most) {
        List<Tidings> all = new ArrayList<>();
        for (ConnectorRows.Followed followed : rows.followed(channel, most)) {
            Optional<Tidings> news = invoices.find(followed.invoice()).flatMap(invoice -> news(followed, invoice));
            if (news.isPresent() && !news.get().key().equals(followed.told())) {
                all.add(news.get());
            } else {
                rows.told(channel, followed.order(), followed.told());
            }
        }
        return all;
    }

    @Requires(Permission.SYSTEM)
    public void told(ChannelId channel, OrderId order, String key) {
        rows.told(channel, order, key);
    }

    private static Optional<Tidings> news(ConnectorRows.Followed followed, InvoiceView invoice) {
        InvoiceRow row = invoice.row();
        if (row.number().isEmpty() || row.issueDate().isEmpty()) {
            return Optional.empty();
        }
        Money paid = row.gross().minus(row.open());
        OrderNews.Status status = row.facts().document() == DocumentStatus.CANCELLED ? OrderNews.Status.CANCELLED
                : row.open().isZero() ? OrderNews.Status.PAID : paid.isPositive() ? OrderNews.Status.PARTLY_PAID
                : OrderNews.Status.INVOICED;
        OrderNews news = new OrderNews(followed.reference(), row.number().get().toString(), row.issueDate().get(), status, row.gross(),
                paid);
        return Optional.of(new Tidings(followed.order(), news, status + " " + news.invoice() + " " + paid));
    }
}
