package io.quittance.order.control.einvoice;

import java.util.Set;

/** What the codes of documents mean for who owes whom. @see "UNTDID 1001, as EN 16931-1 lists it for BT-3" */
final class DocumentTypes {

    private static final Set<String> GIVING_BACK = Set.of("81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532");

    private DocumentTypes() {
    }

    /** Credit notes of every kind. */
    static boolean givesBack(String code) {
        return GIVING_BACK.contains(code);
    }

    /** The name of what was sold with what is said about it, once. */
    static String described(String name, String more) {
        return name.isEmpty() ? more : more.isEmpty() || more.equals(name) ? name : name + ": " + more;
    }
}
