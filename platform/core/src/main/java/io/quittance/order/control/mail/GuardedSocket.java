package io.quittance.order.control.mail;

import io.quittance.config.PrivateNetworks;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A connection to a mail server that a tenant named: not into private networks, TLS from the first byte with the certificate held to
 * the host's name, and nothing of a length that the server chooses.
 *
 * @see "RFC 8314, 3.2: implicit TLS for mail; RFC 2818, 3.1: the name in the certificate"
 */
final class GuardedSocket extends Socket {

    private static final long LONGEST_LITERAL = 4L * 1024 * 1024;
    private static final long LONGEST_LINE = 1024L * 1024;

    private final String host;
    private final boolean secure;
    private final boolean privateAllowed;
    private final Socket plain = new Socket();
    private Socket spoken = plain;
    private InputStream guarded;

    GuardedSocket(String host, boolean secure, boolean privateAllowed) {
        this.host = host;
        this.secure = secure;
        this.privateAllowed = privateAllowed;
    }

    @Override
    public void connect(SocketAddress place) throws IOException {
        connect(place, 0);
    }

    @Override
    public void connect(SocketAddress place, int timeout) throws IOException {
        InetSocketAddress address = (InetSocketAddress) place;
        if (address.isUnresolved()) {
            throw new IOException("there is no host " + host);
        }
        if (!privateAllowed && PrivateNetworks.contain(address.getAddress())) {
            throw new IOException(host + " lies in a private network");
        }
        plain.connect(place, timeout);
        plain.setSoTimeout(timeout);
        if (secure) {
            SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
            SSLSocket tls = (SSLSocket) factory.createSocket(plain, host, address.getPort(), true);
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            tls.setSSLParameters(parameters);
            tls.startHandshake();
            spoken = tls;
        }
        guarded = new LiteralGuard(spoken.getInputStream(), LONGEST_LITERAL, LONGEST_LINE);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        if (guarded == null) {
            throw new SocketException("not connected");
        }
        return guarded;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return spoken.getOutputStream();
    }

    /** Ends what waits for the other side, too: the plain connection is closed first. */
    @Override
    public void close() throws IOException {
        plain.close();
        spoken.close();
    }

    @Override
    public boolean isConnected() {
        return plain.isConnected();
    }

    @Override
    public boolean isClosed() {
        return plain.isClosed();
    }

    @Override
    public void setSoTimeout(int millis) throws SocketException {
        plain.setSoTimeout(millis);
    }

    @Override
    public int getSoTimeout() throws SocketException {
        return plain.getSoTimeout();
    }

    @Override
    public InetAddress getInetAddress() {
        return plain.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return plain.getLocalAddress();
    }

    @Override
    public int getPort() {
        return plain.getPort();
    }

    @Override
    public int getLocalPort() {
        return plain.getLocalPort();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return plain.getRemoteSocketAddress();
    }

    @Override
    public SocketChannel getChannel() {
        return null;
    }
}
