package ecobot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Marks beans that exist in try-it mode only: as long as no real DingTalk credentials are configured. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(TryIt.WithoutCredentials.class)
public @interface TryIt {

    /** No client id is configured. */
    class WithoutCredentials implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return holdsIn(context.getEnvironment());
        }

        static boolean holdsIn(Environment environment) {
            return !StringUtils.hasText(environment.getProperty("ecobot.dingtalk.client-id"));
        }
    }

    /** The opposite, for what exists in production only. */
    class WithCredentials extends WithoutCredentials {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !super.matches(context, metadata);
        }
    }
}
