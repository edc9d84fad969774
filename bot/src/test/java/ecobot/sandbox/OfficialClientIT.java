package ecobot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dingtalk.open.app.api.OpenDingTalkClient;
import com.dingtalk.open.app.api.OpenDingTalkStreamClientBuilder;
import com.dingtalk.open.app.api.callback.DingTalkStreamTopics;
import com.dingtalk.open.app.api.callback.OpenDingTalkCallbackListener;
import com.dingtalk.open.app.api.security.AuthClientCredential;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The official Java client holds a connection beside the bot's; it speaks TLS only, and to a fixed host unless its builder is opened by force. */
class OfficialClientIT {

    private static final String PASSWORD = "changeit";

    @TempDir
    static Path folder;

    static StandIn standIn;
    static SSLContext usual;

    @BeforeAll
    static void start() throws Exception {
        var store = folder.resolve("keys.p12");
        makeCertificate(store);
        usual = SSLContext.getDefault();
        trust(store);
        standIn = StandIn.start(
                folder.resolve("stand-in"),
                "--server.address=localhost",
                "--server.ssl.key-store=" + store,
                "--server.ssl.key-store-password=" + PASSWORD,
                "--server.ssl.key-store-type=PKCS12");
    }

    @AfterAll
    static void stop() {
        standIn.close();
        System.clearProperty("javax.net.ssl.trustStore");
        System.clearProperty("javax.net.ssl.trustStorePassword");
        SSLContext.setDefault(usual);
        HttpsURLConnection.setDefaultSSLSocketFactory(usual.getSocketFactory());
    }

    @Test
    void official_client_and_the_bot_are_connected_at_once_and_each_gets_its_own_messages() throws Exception {
        var official = officialClient();
        official.start();
        try (var bot = RobotClient.connect(standIn, "demo")) {
            var stream = standIn.bean(Stream.class);
            await().until(() -> !stream.of("peer").isEmpty());

            var forBot = standIn.say("cidJianshe", "jianshe-1", "for the bot");
            var forPeer = standIn.say(
                    "cidJianshe",
                    Json.object()
                            .put("senderStaffId", "jianshe-1")
                            .put("text", "for the peer")
                            .put("robot", "peer"));

            await().until(() -> !Listener.HEARD.isEmpty() && !bot.frames.isEmpty());
            assertThat(bot.msgIds()).containsExactly(forBot);
            assertThat(Listener.HEARD).containsExactly(forPeer);
            // The client's own acknowledgement is understood.
            await().until(() -> stream.unacked("peer") == 0);
        } finally {
            official.stop();
        }
    }

    private static OpenDingTalkClient officialClient() throws ReflectiveOperationException {
        var builder = OpenDingTalkStreamClientBuilder.custom()
                .credential(new AuthClientCredential("peer", "peer-secret"))
                .registerCallbackListener(DingTalkStreamTopics.BOT_MESSAGE_TOPIC, new Listener());
        var host = OpenDingTalkStreamClientBuilder.class.getDeclaredMethod("openApiHost", String.class);
        host.setAccessible(true);
        host.invoke(builder, standIn.base);
        return builder.build();
    }

    /** A class with a name: the client guesses a lambda's type wrong. */
    public static final class Listener
            implements OpenDingTalkCallbackListener<Map<String, Object>, Map<String, Object>> {
        private static final long serialVersionUID = 1;
        static final ConcurrentLinkedQueue<String> HEARD = new ConcurrentLinkedQueue<>();

        @Override
        public Map<String, Object> execute(Map<String, Object> message) {
            HEARD.add(String.valueOf(message.get("msgId")));
            return Map.of();
        }
    }

    private static void makeCertificate(Path store) throws Exception {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var process = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "stand-in",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "3650",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    /** For Netty by the property, for those that have looked already by a new default context. */
    private static void trust(Path store) throws Exception {
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("stand-in", keys.getCertificate("stand-in"));
        var file = store.resolveSibling("trusted.p12");
        try (var out = Files.newOutputStream(file)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        System.setProperty("javax.net.ssl.trustStore", file.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        SSLContext.setDefault(context);
        HttpsURLConnection.setDefaultSSLSocketFactory(context.getSocketFactory());
    }
}
