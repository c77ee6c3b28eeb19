package io.quittance.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The product's own class files, as the build has just made them, entities woven; and where each class lives. */
final class Product {

    static final String ROOT = "io.quittance";

    private static final JavaClasses CLASSES = new ClassFileImporter().importPaths(Repository.classFolders());

    private Product() {
    }

    static JavaClasses classes() {
        return CLASSES;
    }

    /** {@code invoice} for {@code io.quittance.invoice.control.InvoiceQueries}; empty outside of our rooms. */
    static String room(JavaClass type) {
        String rest = belowRoot(type);
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    /** What follows the room: {@code control} for {@code io.quittance.invoice.control}; empty for the room's root package. */
    static String corner(JavaClass type) {
        String rest = belowRoot(type);
        int dot = rest.indexOf('.');
        return dot < 0 ? "" : rest.substring(dot + 1);
    }

    private static String belowRoot(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1) : "";
    }
}
