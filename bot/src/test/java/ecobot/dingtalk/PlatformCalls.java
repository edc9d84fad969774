package ecobot.dingtalk;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds in compiled code what is asked of the platform: {@code robot.orgGroupSend} through the SDK, {@code UnionIds.ask} over plain HTTP. */
final class PlatformCalls {

    private static final Pattern SDK = Pattern.compile("com\\.aliyun\\.dingtalk(\\w+)_1_0\\.Client");
    private static final String HOW = "WithOptions";

    private PlatformCalls() {}

    /** In all that {@code chosen} imports. */
    static Set<String> in(Function<ClassFileImporter, JavaClasses> chosen) {
        JavaClasses classes = ArchConfiguration.withThreadLocalScope(configuration -> {
            // The SDK is large, and its names are enough.
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return chosen.apply(new ClassFileImporter());
        });
        return classes.stream()
                .flatMap(each -> each.getMethodCallsFromSelf().stream())
                .map(PlatformCalls::name)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(JavaMethodCall call) {
        String method = call.getTarget().getName();
        Matcher client = SDK.matcher(call.getTargetOwner().getName());
        if (client.matches()) {
            return method.equals("execute") ? "" : client.group(1) + "." + method.replace(HOW, "");
        }
        return call.getTargetOwner().isEquivalentTo(PlainHttp.class)
                ? call.getOriginOwner().getSimpleName() + "." + call.getOrigin().getName()
                : "";
    }
}
