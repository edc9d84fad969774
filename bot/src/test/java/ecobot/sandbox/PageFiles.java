package ecobot.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;

/** The page's files on a port of their own, as the application serves them, and an empty document to try single modules in. */
final class PageFiles implements AutoCloseable {

    private static final byte[] EMPTY_DOCUMENT =
            "<!doctype html><title>empty</title>".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private final SandboxPageController controller = new SandboxPageController();
    private final HttpServer server;

    PageFiles() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var name = exchange.getRequestURI().getPath().replaceFirst("^/sandbox/page/", "");
            if (name.equals("/")) {
                exchange.getResponseHeaders().add("Content-Type", "text/html");
                write(exchange, 200, EMPTY_DOCUMENT);
                return;
            }
            var dot = name.lastIndexOf('.');
            ResponseEntity<Resource> file = controller.file(name.substring(0, dot), name.substring(dot + 1));
            file.getHeaders()
                    .forEach((header, values) -> exchange.getResponseHeaders().put(header, values));
            var body = file.getBody();
            write(exchange, file.getStatusCode().value(), body == null ? new byte[0] : body.getContentAsByteArray());
        }
    }

    private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
