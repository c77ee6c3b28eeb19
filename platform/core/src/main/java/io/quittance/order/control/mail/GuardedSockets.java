package io.quittance.order.control.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.SocketFactory;

/** Gives the mail library guarded connections, and whoever waits for it the means to end the last one. */
final class GuardedSockets extends SocketFactory {

    private final String host;
    private final boolean secure;
    private final boolean privateAllowed;
    private final AtomicReference<Socket> last = new AtomicReference<>();

    GuardedSockets(String host, boolean secure, boolean privateAllowed) {
        this.host = host;
        this.secure = secure;
        this.privateAllowed = privateAllowed;
    }

    /** Whatever waits for the other side fails then. */
    void end() throws IOException {
        Optional<Socket> open = Optional.ofNullable(last.get());
        if (open.isPresent()) {
            open.get().close();
        }
    }

    @Override
    public Socket createSocket() {
        GuardedSocket socket = new GuardedSocket(host, secure, privateAllowed);
        last.set(socket);
        return socket;
    }

    @Override
    public Socket createSocket(String name, int port) throws IOException {
        return connected(new InetSocketAddress(name, port));
    }

    @Override
    public Socket createSocket(String name, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(name, port));
    }

    @Override
    public Socket createSocket(InetAddress address, int port) throws IOException {
        return connected(new InetSocketAddress(address, port));
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(address, port));
    }

    private Socket connected(InetSocketAddress place) throws IOException {
        Socket socket = createSocket();
        socket.connect(place);
        return socket;
    }
}
