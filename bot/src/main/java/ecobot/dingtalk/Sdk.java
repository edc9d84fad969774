package ecobot.dingtalk;

import com.aliyun.tea.TeaRequest;
import com.aliyun.tea.interceptor.InterceptorContext;
import com.aliyun.tea.okhttp.ClientHelper;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teaopenapi.models.Params;
import com.aliyun.teautil.models.RuntimeOptions;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The official SDK with its traps disarmed: it would talk plain http unless told otherwise, its HTTP client would silently send a request again
 * when a used connection breaks (so a group could see a message twice), it knows no limit for a whole call, it takes the page of a ban for
 * a success, and where it expects no answer it takes any page for one.
 */
@Component
class Sdk {

    private final DingTalkAccess access;
    private final DingTalkSettings settings;
    private final Lazily<com.aliyun.dingtalkoauth2_1_0.Client> oauth = new Lazily<>(OauthClient::new);
    private final Lazily<com.aliyun.dingtalkrobot_1_0.Client> robot = new Lazily<>(RobotClient::new);
    private final Lazily<com.aliyun.dingtalktodo_1_0.Client> todo = new Lazily<>(TodoClient::new);
    private final Lazily<com.aliyun.dingtalkcard_1_0.Client> card = new Lazily<>(CardClient::new);
    private final Lazily<com.aliyun.dingtalkcalendar_1_0.Client> calendar = new Lazily<>(CalendarClient::new);

    Sdk(DingTalkAccess access, DingTalkSettings settings) {
        this.access = access;
        this.settings = settings;
    }

    /** For tokens. */
    com.aliyun.dingtalkoauth2_1_0.Client oauth() throws Exception {
        return oauth.get();
    }

    /** For what the robot does. */
    com.aliyun.dingtalkrobot_1_0.Client robot() throws Exception {
        return robot.get();
    }

    /** For todos. */
    com.aliyun.dingtalktodo_1_0.Client todo() throws Exception {
        return todo.get();
    }

    /** For cards. */
    com.aliyun.dingtalkcard_1_0.Client card() throws Exception {
        return card.get();
    }

    /** For calendars. */
    com.aliyun.dingtalkcalendar_1_0.Client calendar() throws Exception {
        return calendar.get();
    }

    /** A client that is made, and hardened, at the first call: before, nobody may know where the platform is. */
    private final class Lazily<C extends com.aliyun.teaopenapi.Client> {

        private final Maker<C> maker;
        private @Nullable C client;

        Lazily(Maker<C> maker) {
            this.maker = maker;
        }

        synchronized C get() throws Exception {
            C made = client;
            if (made == null) {
                made = maker.make(config());
                made.addRequestInterceptor((call, attributes) -> harden(call));
                client = made;
            }
            return made;
        }
    }

    /** A client's constructor. */
    private interface Maker<C> {
        C make(Config config) throws Exception;
    }

    RuntimeOptions options() {
        RuntimeOptions options = new RuntimeOptions();
        options.autoretry = false;
        options.connectTimeout = (int) settings.connectTimeout().toMillis();
        options.readTimeout = (int) settings.callTimeout().toMillis();
        return options;
    }

    private Config config() {
        URI base = access.apiBase();
        Config config = new Config();
        config.protocol = base.getScheme();
        config.endpoint = base.getPort() < 0 ? base.getHost() : base.getHost() + ":" + base.getPort();
        config.regionId = "central";
        return config;
    }

    /**
     * Puts our HTTP client in the place of the SDK's. It keeps one per host and options, in a public map and under a key of its own making; so
     * it is asked to make it, and what it made is replaced.
     */
    private TeaRequest harden(InterceptorContext call) {
        URI base = access.apiBase();
        try {
            ClientHelper.getOkHttpClient(base.getHost(), base.getPort(), call.runtimeOptions());
        } catch (Exception e) {
            throw new IllegalStateException("the SDK's HTTP client cannot be made", e);
        }
        ClientHelper.clients.replaceAll((key, client) -> client.retryOnConnectionFailure() ? hardened(client) : client);
        return call.teaRequest();
    }

    private OkHttpClient hardened(OkHttpClient client) {
        return client.newBuilder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .callTimeout(settings.callTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .build();
    }

    private static final class OauthClient extends com.aliyun.dingtalkoauth2_1_0.Client {
        OauthClient(Config config) throws Exception {
            super(config);
        }

        @Override
        public Map<String, ?> execute(Params params, OpenApiRequest request, RuntimeOptions runtime) throws Exception {
            return SdkAnswers.proven(super.execute(SdkAnswers.readable(params), request, runtime));
        }
    }

    private static final class TodoClient extends com.aliyun.dingtalktodo_1_0.Client {
        TodoClient(Config config) throws Exception {
            super(config);
        }

        @Override
        public Map<String, ?> execute(Params params, OpenApiRequest request, RuntimeOptions runtime) throws Exception {
            return SdkAnswers.proven(super.execute(SdkAnswers.readable(params), request, runtime));
        }
    }

    private static final class CardClient extends com.aliyun.dingtalkcard_1_0.Client {
        CardClient(Config config) throws Exception {
            super(config);
        }

        @Override
        public Map<String, ?> execute(Params params, OpenApiRequest request, RuntimeOptions runtime) throws Exception {
            return SdkAnswers.proven(super.execute(SdkAnswers.readable(params), request, runtime));
        }
    }

    private static final class CalendarClient extends com.aliyun.dingtalkcalendar_1_0.Client {
        CalendarClient(Config config) throws Exception {
            super(config);
        }

        @Override
        public Map<String, ?> execute(Params params, OpenApiRequest request, RuntimeOptions runtime) throws Exception {
            return SdkAnswers.proven(super.execute(SdkAnswers.readable(params), request, runtime));
        }
    }

    private static final class RobotClient extends com.aliyun.dingtalkrobot_1_0.Client {
        RobotClient(Config config) throws Exception {
            super(config);
        }

        @Override
        public Map<String, ?> execute(Params params, OpenApiRequest request, RuntimeOptions runtime) throws Exception {
            return SdkAnswers.proven(super.execute(SdkAnswers.readable(params), request, runtime));
        }
    }
}
