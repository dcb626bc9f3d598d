package dev.cairn.datastore.tck.mutants;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs tests of {@link MutantSuite}. */
final class SuiteRun implements TestExecutionListener {
    /** One for all: to make it takes longer than most of the tests. */
    private static final Launcher LAUNCHER = LauncherFactory.create();

    private final Map<String, String> failures = new TreeMap<>();

    private SuiteRun() {}

    /** Runs the tests of one name; the first message of each that failed, by its name. */
    static Map<String, String> of(String name) {
        List<Method> named = ReflectionSupport.findMethods(
                MutantSuite.class, method -> method.getName().equals(name), HierarchyTraversalMode.TOP_DOWN);
        SuiteRun run = new SuiteRun();
        LAUNCHER.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(named.stream()
                                .map(method -> selectMethod(MutantSuite.class, method))
                                .toList())
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
