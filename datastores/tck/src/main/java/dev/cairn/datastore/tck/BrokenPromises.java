package dev.cairn.datastore.tck;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/** Says first which promise is broken, where a test only says which two values differ. Has no state. */
final class BrokenPromises implements TestExecutionExceptionHandler {
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        Promise promise = AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), Promise.class)
                .orElse(null);
        if (promise == null || failure instanceof TestAbortedException) {
            throw failure;
        }
        throw new AssertionError(message(promise, failure), failure);
    }

    static String message(Promise promise, Throwable failure) {
        return "broken promise: " + promise.value() + ".\n" + failure;
    }
}
