package dev.cairn.datastore.tck.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.tck.DatastoreConformance;
import dev.cairn.datastore.tck.Promise;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** The suite can fail: each mutant breaks a promise, and the test of that promise fails, and names it. */
class MutantsTest {
    /** These open the datastore in another process, which sees no mutant. */
    private static final Set<String> UNPROVEN =
            Set.of("twoProcessesWriteAtOnce", "aKilledProcessLosesNothingThatItAcknowledged");

    static Stream<Mutant> mutants() {
        return Stream.of(
                        BlobMutants.ALL,
                        StreamMutants.ALL,
                        RunMutants.ALL,
                        ExclusiveMutants.ALL,
                        CommitMutants.ALL,
                        PendingMutants.ALL,
                        ListingMutants.ALL,
                        LogMutants.ALL,
                        ImportMutants.ALL,
                        InstanceMutants.ALL)
                .flatMap(List::stream);
    }

    @AfterEach
    void changeNothing() {
        MutantSuite.mutant = Mutant.NONE;
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void isCaught(Mutant mutant) {
        MutantSuite.mutant = mutant;
        Map<String, String> failures = SuiteRun.of(mutant.caughtBy());

        assertThat(failures).containsKey(mutant.caughtBy());
        assertThat(failures.get(mutant.caughtBy()))
                .startsWith("broken promise: " + promises().get(mutant.caughtBy()) + ".\n");
    }

    /** A test that no mutant fails might hold nothing. */
    @Test
    void eachTestOfTheSuiteIsShownToFail() {
        Set<String> shown = mutants().map(Mutant::caughtBy).collect(Collectors.toSet());

        assertThat(promises().keySet())
                .filteredOn(test -> !shown.contains(test))
                .containsExactlyInAnyOrderElementsOf(UNPROVEN);
    }

    @Test
    void eachPromiseIsOneSentenceOfItsOwn() {
        assertThat(promises().values())
                .doesNotHaveDuplicates()
                .allSatisfy(promise -> assertThat(promise).matches("(Datastore|Blobs|Runs|RunId)[.\\w]* .*[^.]"));
    }

    @Test
    void eachTestHasAPromise() {
        assertThat(methods().filter(method -> AnnotationSupport.isAnnotated(method, Testable.class)))
                .hasSizeGreaterThan(90)
                .allMatch(method -> method.isAnnotationPresent(Promise.class));
    }

    private static Stream<Method> methods() {
        return Stream.concat(
                Arrays.stream(DatastoreConformance.class.getMethods()),
                Arrays.stream(DatastoreConformance.class.getDeclaredMethods()));
    }

    /** The promises of all tests, by the name of the test. */
    private static Map<String, String> promises() {
        return methods()
                .flatMap(method -> Stream.ofNullable(method.getAnnotation(Promise.class))
                        .map(promise -> Map.entry(method.getName(), promise.value())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
