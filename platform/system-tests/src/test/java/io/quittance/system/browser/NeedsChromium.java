package io.quittance.system.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skipped with a message where Debian's Chromium is absent; there with {@code CI} set, the test runs and fails. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsChromium.Condition.class)
public @interface NeedsChromium {

    /** Decides. */
    class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            boolean obliged = System.getenv("CI") != null;
            return obliged || Chromium.isInstalled()
                    ? ConditionEvaluationResult.enabled("Chromium is here, or has to be")
                    : ConditionEvaluationResult.disabled(Chromium.ABSENT);
        }
    }
}
