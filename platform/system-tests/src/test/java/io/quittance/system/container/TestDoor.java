package io.quittance.system.container;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;

/**
 * In the tested deployment only, in the product's door's place: admits as a visitor whoever runs tests, and nobody else.
 * The door's own classes are not on the path that tests are compiled with, hence the reflection.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class TestDoor implements HttpAuthenticationMechanism {

    private static final String ADMISSION = "io.quittance.web.door.Admission";

    @Override
    public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (!request.getServletPath().startsWith("/ArquillianServletRunner")) {
            return context.responseUnauthorized();
        }
        try {
            Class<?> type = Class.forName(ADMISSION);
            Method visitor = type.getDeclaredMethod("visitor");
            Method grant = type.getDeclaredMethod("grant", ServletRequest.class);
            visitor.setAccessible(true);
            grant.setAccessible(true);
            grant.invoke(visitor.invoke(null), request);
            return context.doNothing();
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(ADMISSION + " is not what this test knows", changed);
        }
    }
}
