package io.quittance.webhook.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.config.Configuration;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutwardPostTest {

    private static final String PRIVATE = "quittance.webhooks.private.networks";

    private final OutwardPost post = new OutwardPost(new Configuration());
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private ServerSocket server;
    private volatile String answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    @BeforeEach
    void listen() throws IOException {
        System.setProperty(PRIVATE, "allow");
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void close() throws IOException {
        System.clearProperty(PRIVATE);
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept(); InputStream in = socket.getInputStream(); OutputStream out = socket.getOutputStream()) {
                StringBuilder request = new StringBuilder();
                for (int next = in.read(); next >= 0; next = in.read()) {
                    request.append((char) next);
                    if (request.indexOf("{}") >= 0) {
                        break;
                    }
                }
                heard.add(request.toString());
                out.write(answer.getBytes(StandardCharsets.UTF_8));
            } catch (IOException closed) {
                heard.add("closed");
            }
        }
    }

    private PostReply send(String url) {
        return post.post(URI.create(url), Map.of("webhook-id", "evt_1"), "{}".getBytes(StandardCharsets.UTF_8));
    }

    private PostReply send() {
        return send("http://localhost:" + server.getLocalPort() + "/hooks?a=1");
    }

    @Test
    void posts_once_and_hands_the_answer_back() throws InterruptedException {
        assertThat(send()).isEqualTo(new PostReply.Answered(200, Map.of("content-length", "2"), "ok"));
        assertThat(heard.take()).startsWith("POST /hooks?a=1 HTTP/1.1\r\nHost: localhost:" + server.getLocalPort() + "\r\n")
                .contains("\r\nContent-Type: application/json\r\n", "\r\nContent-Length: 2\r\n", "\r\nConnection: close\r\n",
                        "\r\nwebhook-id: evt_1\r\n\r\n{}");
    }

    @Test
    void follows_no_redirect() {
        answer = "HTTP/1.1 302 Found\r\nLocation: http://localhost:1/\r\nContent-Length: 0\r\n\r\n";
        assertThat(send()).isEqualTo(new PostReply.Answered(302, Map.of("location", "http://localhost:1/", "content-length", "0"), ""));
        assertThat(heard).hasSize(1);
    }

    @Test
    void keeps_two_kilobytes_of_an_answer_whatever_its_form() {
        String much = "x".repeat(100_000);
        answer = "HTTP/1.1 500 Oops\r\n\r\n" + much;
        assertThat(send()).isInstanceOfSatisfying(PostReply.Answered.class, reply -> assertThat(reply.response()).hasSize(2048));
        answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n4;x=y\r\ndefg\r\n0\r\n\r\n";
        assertThat(send()).isInstanceOfSatisfying(PostReply.Answered.class, reply -> assertThat(reply.response()).isEqualTo("abcdefg"));
        answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n186a0\r\n" + much;
        assertThat(send()).isInstanceOfSatisfying(PostReply.Answered.class, reply -> assertThat(reply.response()).hasSize(2048));
    }

    @Test
    void waits_for_the_answer_after_those_that_are_none() {
        answer = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n";
        assertThat(send()).isEqualTo(new PostReply.Answered(204, Map.of(), ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.6\r\n", "", "HTTP/1.1 2000 Many\r\n\r\n", "HTTP/1.1 abc\r\n\r\n"})
    void what_speaks_no_http_has_not_answered(String nonsense) {
        answer = nonsense;
        assertThat(send()).isInstanceOf(PostReply.Unanswered.class);
    }

    @Test
    void a_head_without_end_is_not_read_for_ever() {
        answer = "HTTP/1.1 200 OK\r\nx: " + "y".repeat(100_000);
        assertThat(send()).isInstanceOfSatisfying(PostReply.Unanswered.class, reply -> assertThat(reply.reason()).contains("head"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://localhost/", "https://127.0.0.1/", "https://[::1]/", "https://169.254.169.254/latest/meta-data/",
        "https://10.0.0.1:8443/"})
    void connects_to_no_private_address(String url) {
        System.clearProperty(PRIVATE);
        assertThat(send(url)).isInstanceOfSatisfying(PostReply.Unanswered.class,
                reply -> assertThat(reply.reason()).endsWith("lies in a private network"));
    }

    @Test
    void speaks_nothing_but_https() {
        System.clearProperty(PRIVATE);
        assertThat(send()).isEqualTo(new PostReply.Unanswered("only https addresses are told"));
        assertThat(heard).isEmpty();
    }
}
