package ecobot.dingtalk;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A stream gateway of one socket and a few bytes, for what no well-behaved server can be made to do: fall silent with the link open, cut it without
 * a goodbye, refuse.
 */
final class MiniGateway implements AutoCloseable {

    static final String TICKET = "ticket/with+odd=signs-CANARY";

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    final BlockingQueue<Link> links = new LinkedBlockingQueue<>();
    final List<Link> allLinks = new CopyOnWriteArrayList<>();
    final List<Long> opensAt = new CopyOnWriteArrayList<>();
    final List<String> openBodies = new CopyOnWriteArrayList<>();
    volatile boolean refusing;
    volatile boolean throttling;

    MiniGateway() throws IOException {
        daemon(this::acceptAll);
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "mini-gateway");
        thread.setDaemon(true);
        thread.start();
    }

    private void acceptAll() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                daemon(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket socket) {
        try {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            String head = head(in);
            if (head.startsWith("GET /connect")) {
                upgrade(socket, in, head);
                return;
            }
            String body = new String(in.readNBytes(contentLength(head)), StandardCharsets.UTF_8);
            answer(socket.getOutputStream(), head, body);
            socket.close();
        } catch (IOException e) {
            // the client went away
        }
    }

    private void answer(OutputStream out, String head, String body) throws IOException {
        if (head.contains("/connections/open")) {
            opensAt.add(System.nanoTime());
            openBodies.add(body);
        }
        if (refusing) {
            write(
                    out,
                    "400 Bad Request",
                    "{\"code\":\"invalidClientIdOrSecret\",\"message\":\"no\",\"requestid\":\"r\"}");
        } else if (throttling && head.contains("/connections/open")) {
            write(
                    out,
                    "403 Forbidden",
                    "{\"code\":\"Forbidden.AccessDenied.QpsLimitForAppkeyAndApi\",\"message\":\"no\",\"requestid\":\"r\"}");
        } else if (head.contains("/accessToken")) {
            write(out, "200 OK", "{\"accessToken\":\"token-CANARY\",\"expireIn\":7200}");
        } else {
            write(
                    out,
                    "200 OK",
                    "{\"endpoint\":\"ws://127.0.0.1:" + server.getLocalPort() + "/connect\",\"ticket\":\"" + TICKET
                            + "\"}");
        }
    }

    private static void write(OutputStream out, String status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String head =
                "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                        + body.length + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    private static String head(DataInputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int newlines = 0;
        while (newlines < 4) {
            int b = in.readByte();
            newlines = b == '\r' || b == '\n' ? newlines + 1 : 0;
            head.write(b);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    private static String header(String head, String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static int contentLength(String head) {
        String length = header(head, "content-length");
        return length.isEmpty() ? 0 : Integer.parseInt(length);
    }

    private void upgrade(Socket socket, DataInputStream in, String head) throws IOException {
        String request = head.lines().findFirst().orElse("");
        Link link = new Link(socket, in, request);
        String accept = accept(header(head, "sec-websocket-key"));
        socket.getOutputStream()
                .write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Accept: " + accept + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        allLinks.add(link);
        links.add(link);
        link.read();
    }

    private static String accept(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Link link : allLinks) {
            try {
                link.cut();
            } catch (SocketException e) {
                // its own thread closed it in this moment
            }
        }
    }

    /** One connection. */
    static final class Link {
        private final Socket socket;
        private final DataInputStream in;
        final String request;
        final BlockingQueue<String> received = new LinkedBlockingQueue<>();
        volatile boolean mute;
        volatile boolean closed;

        Link(Socket socket, DataInputStream in, String request) {
            this.socket = socket;
            this.in = in;
            this.request = request;
        }

        private void read() {
            try {
                while (true) {
                    readFrame();
                }
            } catch (IOException e) {
                closed = true;
            }
        }

        private void readFrame() throws IOException {
            int opcode = in.readByte() & 0x0f;
            long length = in.readByte() & 0x7f;
            length = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
            byte[] mask = in.readNBytes(4);
            byte[] payload = in.readNBytes((int) length);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            if (mute) {
                return;
            }
            switch (opcode) {
                case 1 -> received.add(new String(payload, StandardCharsets.UTF_8));
                case 8 -> cut();
                case 9 -> send(10, payload);
                default -> {}
            }
        }

        void text(String text) throws IOException {
            send(1, text.getBytes(StandardCharsets.UTF_8));
        }

        private synchronized void send(int opcode, byte[] payload) throws IOException {
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            frame.write(0x80 | opcode);
            if (payload.length < 126) {
                frame.write(payload.length);
            } else if (payload.length < 65536) {
                frame.write(126);
                frame.write(payload.length >> 8);
                frame.write(payload.length);
            } else {
                frame.write(127);
                for (int shift = 56; shift >= 0; shift -= 8) {
                    frame.write((int) ((long) payload.length >> shift));
                }
            }
            frame.writeBytes(payload);
            socket.getOutputStream().write(frame.toByteArray());
        }

        /** Ends it as a crash would: with a reset. */
        void cut() throws IOException {
            closed = true;
            if (!socket.isClosed()) {
                socket.setSoLinger(true, 0);
                socket.close();
            }
        }
    }
}
