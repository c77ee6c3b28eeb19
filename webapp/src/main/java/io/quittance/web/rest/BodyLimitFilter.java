package io.quittance.web.rest;

import io.quittance.web.problem.Kind;
import io.quittance.web.problem.Refusal;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bounds every body, by what its length claims and by what is read. */
@Provider
@Priority(Priorities.ENTITY_CODER - 1)
public class BodyLimitFilter implements ContainerRequestFilter {

    /** Ample for the longest invoice. */
    public static final int MOST_BYTES = 256 * 1024;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        BodyLimit declared = resource.getResourceMethod() == null ? null : resource.getResourceMethod().getAnnotation(BodyLimit.class);
        int most = declared == null ? MOST_BYTES : declared.bytes();
        if (request.getLength() > most) {
            throw tooLarge(most);
        }
        if (request.hasEntity()) {
            request.setEntityStream(new Bounded(request.getEntityStream(), most));
        }
    }

    private static Refusal tooLarge(int most) {
        return Refusal.of(Kind.TOO_LARGE, "body.limit", most);
    }

    /** Throws at the first byte beyond the limit. */
    private static final class Bounded extends FilterInputStream {

        private final int most;
        private int left;

        private Bounded(InputStream in, int most) {
            super(in);
            this.most = most;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            return value < 0 ? value : counted(value, 1);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = in.read(target, offset, length);
            return count < 0 ? count : counted(count, count);
        }

        private int counted(int result, int bytes) {
            left -= bytes;
            if (left < 0) {
                throw tooLarge(most);
            }
            return result;
        }
    }
}
