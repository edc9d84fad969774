package ecobot.dingtalk;

import ecobot.TryIt;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The opposite of {@link TryIt}: real credentials are configured. */
class WithCredentials implements Condition {

    private final Condition tryIt = new TryIt.WithoutCredentials();

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !tryIt.matches(context, metadata);
    }
}
