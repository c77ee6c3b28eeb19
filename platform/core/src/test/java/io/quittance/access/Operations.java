package io.quittance.access;

import io.quittance.Feature;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.PlatformBoundary;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every operation of the product that is entered by permission: the public methods of its boundaries. */
final class Operations {

    private Operations() {
    }

    static List<Method> all() {
        return classNames().stream()
                .filter(name -> name.contains(".boundary."))
                .map(Operations::load)
                .filter(type -> type.isAnnotationPresent(Boundary.class) || type.isAnnotationPresent(PlatformBoundary.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.isSynthetic())
                .sorted(Comparator.comparing(Operations::name))
                .toList();
    }

    /** From the folder of classes, or from the archive when it has been packed already. */
    private static List<String> classNames() {
        try {
            Path place = Path.of(Feature.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) {
                return classNames(place);
            }
            try (FileSystem archive = FileSystems.newFileSystem(place)) {
                return classNames(archive.getPath("/"));
            }
        } catch (URISyntaxException | IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static List<String> classNames(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .toList();
        }
    }

    /** Such as {@code invoice.Invoicing.issue(InvoiceId, LocalDate)}. */
    static String name(Method operation) {
        String type = operation.getDeclaringClass().getName().replace("io.quittance.", "").replace(".boundary.", ".");
        return type + "." + operation.getName() + "("
                + Arrays.stream(operation.getParameterTypes()).map(Class::getSimpleName).collect(Collectors.joining(", ")) + ")";
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Operations.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
