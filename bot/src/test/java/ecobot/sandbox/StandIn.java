package ecobot.sandbox;

import ecobot.calendar.SettableClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The stand-in alone on a random port, without the bot and without a database; and a hand to call it with. */
final class StandIn implements AutoCloseable {

    static final HttpClient HTTP = HttpClient.newHttpClient();

    private final HttpClient http = HttpClient.newHttpClient();

    final ConfigurableApplicationContext context;
    final String base;
    final String authority;

    private StandIn(ConfigurableApplicationContext context, boolean secure) {
        this.context = context;
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        this.authority = (secure ? "localhost:" : "127.0.0.1:") + port;
        this.base = (secure ? "https://" : "http://") + authority;
    }

    /** Starts it with its journal below {@code folder}. */
    static StandIn start(Path folder, String... more) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--ecobot.folder=" + folder,
                "--server.shutdown=immediate",
                "--spring.main.banner-mode=off"));
        arguments.addAll(List.of(more));
        var context = new SpringApplicationBuilder(Slice.class).run(arguments.toArray(String[]::new));
        return new StandIn(context, arguments.stream().anyMatch(argument -> argument.contains("server.ssl")));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Sets {@code faults}, JSON in single quotes. */
    JsonNode faults(String json) {
        return post("/sandbox/api/faults", json).ok();
    }

    /** Somebody types something; the message's id. */
    String say(String conversation, String staffId, String text) {
        return say(conversation, Json.object().put("senderStaffId", staffId).put("text", text));
    }

    String say(String conversation, ObjectNode line) {
        var answer = post("/sandbox/api/conversations/" + conversation + "/messages", Json.text(line));
        return answer.ok().path("msgId").asString();
    }

    /** All messages of a conversation. */
    JsonNode messages(String conversation) {
        return get("/sandbox/api/conversations/" + conversation + "/messages").ok();
    }

    /** An access token of the app. */
    String token(String app) {
        return post("/v1.0/oauth2/accessToken", "{'appKey':'" + app + "','appSecret':'" + app + "-secret'}")
                .ok()
                .path("accessToken")
                .asString();
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Posts JSON; single quotes may stand for double ones. */
    Answer post(String path, String json, String... headers) {
        var body = json.startsWith("{'") ? json.replace('\'', '"') : json;
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Calls the new API as an app. */
    Answer call(String token, String path, Object body) {
        return post(path, body instanceof String text ? text : Json.text(body), "x-acs-dingtalk-access-token", token);
    }

    HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** What came back. */
    record Answer(int status, byte[] bytes) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return Json.tree(text());
        }

        /** The JSON of a call that has to succeed. */
        JsonNode ok() {
            if (status != 200) {
                throw new AssertionError("status " + status + ": " + text());
            }
            return json();
        }

        /** The status and code of a refusal in the new API's words. */
        String refusal() {
            return status + " " + Json.text(json(), "code");
        }

        int errcode() {
            return ok().path("errcode").asInt(-999);
        }
    }

    /** Not marked as a configuration: else every test of the whole application would find it too. */
    @ComponentScan("ecobot.sandbox")
    @ImportAutoConfiguration({
        PropertyPlaceholderAutoConfiguration.class,
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        HttpEncodingAutoConfiguration.class,
        MultipartAutoConfiguration.class
    })
    static class Slice {
        @Bean
        @Primary
        SettableClock clock() {
            return new SettableClock(Clock.systemUTC());
        }

        @Bean
        Clock machineClock() {
            return Clock.systemUTC();
        }
    }
}
