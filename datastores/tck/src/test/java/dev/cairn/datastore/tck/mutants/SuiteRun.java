package dev.cairn.datastore.tck.mutants;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs tests of {@link MutantSuite}. */
final class SuiteRun implements TestExecutionListener {
    private final Map<String, String> failures = new TreeMap<>();

    private SuiteRun() {}

    /** Runs the tests of one name; the first message of each that failed, by its name. */
    static Map<String, String> of(String name) {
        PostDiscoveryFilter named = test ->
                FilterResult.includedIf(method(test.getSource().orElse(null)).equals(name));
        SuiteRun run = new SuiteRun();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(MutantSuite.class))
                                .filters(named)
                                .build(),
                        run);
        return run.failures;
    }

    private static String method(@Nullable TestSource source) {
        return source instanceof MethodSource method ? method.getMethodName() : "";
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        result.getThrowable().ifPresent(failure -> {
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                failures.putIfAbsent(method(test.getSource().orElse(null)), String.valueOf(failure.getMessage()));
            }
        });
    }
}
