package io.quittance.order.control;

import io.quittance.Fault;
import io.quittance.customer.Customer;
import io.quittance.customer.CustomerDetails;
import io.quittance.customer.CustomerId;
import io.quittance.customer.CustomerKind;
import io.quittance.customer.CustomerOutcome;
import io.quittance.customer.boundary.Customers;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelId;
import io.quittance.order.OrderBuyer;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds which customer a buyer is, by what identifies it and nothing less: our number, the channel's own id seen before, the tax id,
 * the e-mail address, each as a whole. Names are never compared.
 */
@ApplicationScoped
public class BuyerFinder {

    private static final int TERMS_DAYS = 30;
    private static final int LONGEST_FOREIGN = 120;

    @Inject
    Customers customers;
    @Inject
    CurrentTenant tenant;
    @Inject
    EntityManager entities;

    /** Who a buyer might be. @param candidates one: that is it; none: nobody we know; several: not known which */
    record Found(List<Customer> candidates) {

        Optional<Customer> customer() {
            return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
        }

        boolean ambiguous() {
            return candidates.size() > 1;
        }

        List<String> names() {
            return !ambiguous() ? List.of() : candidates.stream()
                    .map(customer -> (customer.details().externalRef() + " " + customer.name()).strip()).toList();
        }
    }

    Found find(ChannelId channel, OrderBuyer buyer) {
        if (!buyer.number().isBlank()) {
            return new Found(customers.byExternalRef(buyer.number()).stream().toList());
        }
        Optional<Customer> before = remembered(channel, buyer.foreign()).flatMap(customers::find);
        if (before.isPresent()) {
            return new Found(List.of(before.get()));
        }
        List<Customer> sameTax = customers.byTaxId(buyer.taxId());
        if (sameTax.size() == 1) {
            return new Found(sameTax);
        }
        List<Customer> sameMail = customers.byEmail(buyer.email()).stream().filter(customer -> agrees(customer, buyer)).toList();
        if (!sameTax.isEmpty()) {
            List<Customer> both = sameTax.stream().filter(customer -> sameMail.stream().anyMatch(other -> other.id().equals(customer.id())))
                    .toList();
            return new Found(both.size() == 1 ? both : sameTax);
        }
        return new Found(sameMail);
    }

    /** One address may serve several businesses: another tax id is another customer. */
    private static boolean agrees(Customer customer, OrderBuyer buyer) {
        String known = customer.details().taxId().replaceAll("\\s", "");
        String said = buyer.taxId().replaceAll("\\s", "");
        return known.isEmpty() || said.isEmpty() || known.equalsIgnoreCase(said);
    }

    private Optional<CustomerId> remembered(ChannelId channel, String foreign) {
        if (foreign.isBlank() || foreign.length() > LONGEST_FOREIGN) {
            return Optional.empty();
        }
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT customer_id FROM order_buyer WHERE channel_id = ? AND foreign_id = ?")) {
                select.setLong(1, channel.value());
                select.setString(2, foreign);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(new CustomerId(row.getLong(1))) : Optional.<CustomerId>empty();
                }
            }
        });
    }

    /** From now on the channel's own id stands for that customer. */
    void remember(ChannelId channel, String foreign, CustomerId customer) {
        if (foreign.isBlank() || foreign.length() > LONGEST_FOREIGN) {
            return;
        }
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT IGNORE INTO order_buyer (channel_id, foreign_id, customer_id) VALUES (?, ?, ?)")) {
                insert.setLong(1, channel.value());
                insert.setString(2, foreign);
                insert.setLong(3, customer.value());
                return insert.executeUpdate();
            }
        });
    }

    /** A buyer that became a customer, or why it did not. */
    record Created(Optional<Customer> customer, List<Fault> faults) {
    }

    Created create(ChannelAccount account, OrderBuyer buyer) {
        Locale language = buyer.language().isBlank() ? tenant.get().language() : Locale.forLanguageTag(buyer.language());
        CustomerKind kind = buyer.business() ? CustomerKind.BUSINESS : CustomerKind.CONSUMER;
        List<String> emails = buyer.email().isBlank() ? List.of() : List.of(buyer.email().strip());
        CustomerDetails details = new CustomerDetails(buyer.name().strip(), kind, "", emails,
                language.getLanguage().isEmpty() ? tenant.get().language() : language, account.settings().zone(), TERMS_DAYS,
                Optional.empty(), buyer.number(), buyer.taxId().strip(), buyer.address());
        return switch (customers.create(details)) {
            case CustomerOutcome.Saved(Customer customer) -> new Created(Optional.of(customer), List.of());
            case CustomerOutcome.Refused(List<Fault> faults) ->
                new Created(Optional.empty(), faults.stream().map(fault -> fault.within("buyer")).toList());
            case CustomerOutcome.Unknown impossible -> throw new IllegalStateException("a new customer cannot be " + impossible);
        };
    }
}
