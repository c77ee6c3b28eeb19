package io.quittance.web.hooks;

import io.quittance.web.problem.FailureMapper;
import io.quittance.web.problem.RefusalMapper;
import io.quittance.web.rest.BodyLimitFilter;
import io.quittance.web.rest.JsonBodies;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The addresses of webhooks: apart from the API, since no token opens them. */
@ApplicationPath("/hooks")
public class Hooks extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(HookResource.class, OrderHookResource.class, JsonBodies.class, BodyLimitFilter.class, RefusalMapper.class,
                FailureMapper.class);
    }
}
