package io.quittance.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A rule with its parameters. Each kind of rule stands once in a {@link RuleSet}. */
public sealed interface OrderRule {

    RuleKind kind();

    /** What breaking it does. */
    Severity severity();

    /** The buyer has a name, and what else is asked for. */
    record Buyer(Severity severity, boolean email, boolean address, boolean taxId) implements OrderRule {

        @Override
        public RuleKind kind() {
            return RuleKind.BUYER;
        }
    }

    record KnownCustomer(Severity severity) implements OrderRule {

        @Override
        public RuleKind kind() {
            return RuleKind.KNOWN_CUSTOMER;
        }
    }

    /** @param allowed ISO 4217 codes; empty for the business's own currency only */
    record AllowedCurrency(Severity severity, List<String> allowed) implements OrderRule {

        public AllowedCurrency {
            allowed = allowed == null ? List.of() : List.copyOf(allowed);
        }

        @Override
        public RuleKind kind() {
            return RuleKind.CURRENCY;
        }
    }

    /** @param tolerance in minor units of the order's currency, for each total. @param stated whether a gross total must be stated */
    record Totals(Severity severity, int tolerance, boolean stated) implements OrderRule {

        @Override
        public RuleKind kind() {
            return RuleKind.TOTALS;
        }
    }

    /** Rates are ones of the business's country, or of the buyer's, on the day of the order. */
    record PlausibleTax(Severity severity) implements OrderRule {

        @Override
        public RuleKind kind() {
            return RuleKind.TAX;
        }
    }

    /** @param most gross, by ISO 4217 code; other currencies have no limit */
    record Amount(Severity severity, Map<String, BigDecimal> most) implements OrderRule {

        public Amount {
            most = most == null ? Map.of() : Map.copyOf(most);
        }

        @Override
        public RuleKind kind() {
            return RuleKind.AMOUNT;
        }
    }

    /** @param shape see {@link ReferenceShape}; empty for any. @param required whether it must be there */
    record PurchaseOrder(Severity severity, boolean required, String shape) implements OrderRule {

        public PurchaseOrder {
            shape = shape == null ? "" : shape.strip();
        }

        @Override
        public RuleKind kind() {
            return RuleKind.PURCHASE_ORDER;
        }
    }

    /** In the zone of the channel's account. @param daysAhead most days after today. @param daysBack most days before today */
    record OrderDate(Severity severity, int daysAhead, int daysBack) implements OrderRule {

        @Override
        public RuleKind kind() {
            return RuleKind.ORDER_DATE;
        }
    }

    /** @param mostDays from the day of the order, or of the invoice issued elsewhere, to the due date */
    record DueDate(Severity severity, int mostDays) implements OrderRule {

        @Override
        public RuleKind kind() {
            return RuleKind.DUE_DATE;
        }
    }

    /** @param required whether each line must name an item; else only what is named must be known */
    record CatalogueItems(Severity severity, boolean required) implements OrderRule {

        @Override
        public RuleKind kind() {
            return RuleKind.CATALOGUE;
        }
    }

    /** @param days around the day of the order in which the same buyer and amount count as the same order; 0 for that day only */
    record Duplicate(Severity severity, int days) implements OrderRule {

        @Override
        public RuleKind kind() {
            return RuleKind.DUPLICATE;
        }
    }

    /** @param buyers customer numbers, tax ids or e-mail addresses, each compared as a whole without regard to case */
    record BlockedBuyer(Severity severity, List<String> buyers) implements OrderRule {

        public BlockedBuyer {
            buyers = buyers == null ? List.of() : List.copyOf(buyers);
        }

        @Override
        public RuleKind kind() {
            return RuleKind.BLOCKED_BUYER;
        }
    }

    record CreditLimit(Severity severity) implements OrderRule {

        @Override
        public RuleKind kind() {
            return RuleKind.CREDIT_LIMIT;
        }
    }
}
