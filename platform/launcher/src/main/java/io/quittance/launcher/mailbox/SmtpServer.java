package io.quittance.launcher.mailbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Listens on the loopback address; one virtual thread per sender. */
final class SmtpServer implements AutoCloseable {
    private static final int BACKLOG = 100;
    private static final int IDLE_MILLIS = 60_000;

    private final ServerSocket socket;
    private final MailFolder mails;

    private SmtpServer(ServerSocket socket, MailFolder mails) {
        this.socket = socket;
        this.mails = mails;
    }

    static SmtpServer listen(int port, MailFolder mails) throws IOException {
        SmtpServer server = new SmtpServer(new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress()), mails);
        Thread.ofVirtual().name("smtp").start(server::acceptAll);
        return server;
    }

    private void acceptAll() {
        while (!socket.isClosed()) {
            try {
                Socket sender = socket.accept();
                Thread.ofVirtual().start(() -> serve(sender));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    System.err.println("mailbox: a sender could not be let in: " + e.getMessage());
                }
            }
        }
    }

    private void serve(Socket sender) {
        try (sender) {
            sender.setSoTimeout(IDLE_MILLIS);
            new SmtpSession(sender.getInputStream(), sender.getOutputStream(), mails).run();
        } catch (IOException e) {
            System.err.println("mailbox: a sender was cut off: " + e.getMessage());
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            System.err.println("mailbox: " + e.getMessage());
        }
    }
}
