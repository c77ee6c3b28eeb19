package io.quittance.access;

import java.util.Set;

/** Who acts. Every audited change names its actor. */
public sealed interface Actor {

    /** As written to the audit trail, such as {@code person:3f2c…} or {@code job:reminders}. */
    String label();

    boolean may(Permission permission);

    /** Whether what the permission allows extends to this invoice: a private link opens its own invoice only. */
    default boolean reaches(long invoiceId) {
        return true;
    }

    /**
     * A signed-in member of the current tenant.
     *
     * @param subject     the token's {@code sub}
     * @param permissions those of the person's roles in the current tenant, none of any other
     */
    record Person(String subject, String name, String email, Set<String> roles, Set<Permission> permissions) implements Actor {

        public Person {
            roles = Set.copyOf(roles);
            permissions = Set.copyOf(permissions);
        }

        @Override
        public String label() {
            return "person:" + subject;
        }

        @Override
        public boolean may(Permission permission) {
            return permissions.contains(permission);
        }
    }

    /** Our own background work; trusted with everything inside the tenant it was started for. */
    record Job(String name) implements Actor {

        @Override
        public String label() {
            return "job:" + name;
        }

        @Override
        public boolean may(Permission permission) {
            return true;
        }
    }

    /** The holder of a private link to one invoice. */
    record Debtor(long invoiceId) implements Actor {

        @Override
        public String label() {
            return "debtor:" + invoiceId;
        }

        @Override
        public boolean may(Permission permission) {
            return permission == Permission.PORTAL_VIEW || permission == Permission.PORTAL_PAY;
        }

        @Override
        public boolean reaches(long otherInvoiceId) {
            return otherInvoiceId == invoiceId;
        }
    }

    /** A gateway whose signature has been verified with the installation's own secret. */
    record Gateway(String installation) implements Actor {

        @Override
        public String label() {
            return "gateway:" + installation;
        }

        @Override
        public boolean may(Permission permission) {
            return permission == Permission.PAYMENT_INTAKE;
        }
    }

    /** A shop, mailbox or other system that has proven to be the one of that account for orders. */
    record Channel(String account) implements Actor {

        @Override
        public String label() {
            return "channel:" + account;
        }

        @Override
        public boolean may(Permission permission) {
            return permission == Permission.ORDER_INTAKE;
        }
    }

    /** Nobody we know. */
    record Visitor() implements Actor {

        @Override
        public String label() {
            return "visitor";
        }

        @Override
        public boolean may(Permission permission) {
            return permission == Permission.SIGN_UP;
        }
    }
}
