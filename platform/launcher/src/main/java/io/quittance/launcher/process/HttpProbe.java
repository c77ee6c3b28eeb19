package io.quittance.launcher.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a server on this machine whether it is there yet. */
public final class HttpProbe {
    private static final int MILLIS = 3_000;

    private HttpProbe() {}

    /** The status it answers with; 0 when nobody answers. */
    public static int status(String url) {
        try {
            if (!(URI.create(url).toURL().openConnection() instanceof HttpURLConnection connection)) {
                throw new IllegalArgumentException("not an HTTP URL: " + url);
            }
            connection.setConnectTimeout(MILLIS);
            connection.setReadTimeout(MILLIS);
            connection.setInstanceFollowRedirects(false);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status;
        } catch (IOException nobody) {
            return 0;
        }
    }
}
