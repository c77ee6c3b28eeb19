package io.quittance.web.door;

import io.quittance.access.CurrentActor;
import io.quittance.tenancy.TenantScope;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.ScopedValue.CallableOp;

/** Serves a request inside the scope it was admitted to. What did not come through the door is not served. */
public class ScopeFilter implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
        Admission admission = Admission.of(request).orElse(null);
        if (admission == null) {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        try {
            CallableOp<Void, Carried> work = () -> {
                try {
                    chain.doFilter(request, response);
                    return null;
                } catch (IOException | ServletException failed) {
                    throw new Carried(failed);
                }
            };
            if (admission.tenant().isPresent()) {
                TenantScope.call(admission.tenant().get(), admission.actor(), work);
            } else {
                CurrentActor.run(admission.actor(), work);
            }
        } catch (Carried carried) {
            carried.rethrow();
        }
    }

    /** Takes the chain's two checked exceptions through a scope, which lets only one type pass. */
    private static final class Carried extends Exception {

        private static final long serialVersionUID = 1L;

        private Carried(Exception cause) {
            super(cause);
        }

        private void rethrow() throws IOException, ServletException {
            if (getCause() instanceof IOException io) {
                throw io;
            }
            throw (ServletException) getCause();
        }
    }
}
