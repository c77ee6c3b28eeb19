package io.quittance.access;

import io.quittance.config.DataFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The base roles and their permissions. A role that the matrix does not know grants nothing. */
@ApplicationScoped
public class Roles {

    @Inject
    DataFiles files;

    private volatile Map<String, Set<Permission>> matrix;

    public Set<Permission> permissions(Collection<String> roles) {
        Set<Permission> granted = EnumSet.noneOf(Permission.class);
        roles.forEach(role -> granted.addAll(matrix().getOrDefault(role, Set.of())));
        return granted;
    }

    public Set<String> names() {
        return matrix().keySet();
    }

    private Map<String, Set<Permission>> matrix() {
        if (matrix == null) {
            matrix = Map.copyOf(files.yaml("permissions/roles.yaml", Matrix.class).roles());
        }
        return matrix;
    }

    /** The file's shape. */
    record Matrix(Map<String, Set<Permission>> roles) {
    }
}
