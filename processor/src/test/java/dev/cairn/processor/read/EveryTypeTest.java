package dev.cairn.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Types in tables: each is compiled as an artifact, and a value of it stored and read back, as value and as tree, or refused by the
 * compiler or when it is stored. The tables say what becomes of each, in the words of the messages, with the addresses of what is
 * stored, which are those of every JDK.
 */
class EveryTypeTest {
    private static final boolean RENEW = Boolean.getBoolean("types.renew");
    private static final int RANDOM_CASES = 200;
    private static final int MORE = Integer.getInteger("types.random", 20);
    private static final long SEED = Long.getLong("cairn.seed", 20261129);
    private static final Path TABLES = Path.of("src/test/resources/dev/cairn/processor/read");

    @BeforeAll
    static void drawTheTableOfRandomTypes() throws IOException {
        if (RENEW) {
            List<String> lines = new ArrayList<>();
            lines.add("# Types that were drawn, with a value of each, and what becomes of it. All of this is written by"
                    + " -Dtypes.renew=true.");
            new RandomTypeCases(1).cases(RANDOM_CASES).forEach(drawn -> lines.add(drawn.line("")));
            Files.write(TABLES.resolve("random-types.txt"), lines);
        }
    }

    /** With {@code -Dtypes.random=2000}, more than anybody would keep in a table. */
    @Test
    void othersThatAreDrawnAreReadBack() throws IOException, ReflectiveOperationException {
        System.out.println("seed of othersThatAreDrawnAreReadBack: " + SEED);
        List<TypeCase> cases = new RandomTypeCases(SEED).cases(MORE);
        List<String> outcomes = new TypesTried(Files.readString(TABLES.resolve("declarations.txt"))).outcomes(cases);
        List<String> lost = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            if (!outcomes.get(i).matches("(equal|the same), as .*, (equal|the same) from its tree")) {
                lost.add(cases.get(i).line(outcomes.get(i)));
            }
        }
        assertThat(lost).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"types-tried-on-kryo.txt", "types-of-users.txt", "random-types.txt"})
    void isStoredAndReadBackOrRefused(String table) throws IOException, ReflectiveOperationException {
        Path path = TABLES.resolve(table);
        List<TypeCase> cases = TypeCase.read(path);
        List<String> outcomes = new TypesTried(Files.readString(TABLES.resolve("declarations.txt"))).outcomes(cases);
        if (RENEW) {
            TypeCase.write(path, outcomes);
        }
        List<String> others = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            if (!RENEW && !cases.get(i).outcome().equals(outcomes.get(i))) {
                others.add(cases.get(i).line(outcomes.get(i)));
            }
        }
        assertThat(cases).hasSizeGreaterThan(150);
        assertThat(others).as("lines of %s that are others now", table).isEmpty();
        assertThat(outcomes).noneMatch(outcome -> outcome.contains("DIFFERENT"));
        long refused = outcomes.stream()
                .filter(outcome -> outcome.startsWith("refused"))
                .count();
        System.out.println(table + ": " + (cases.size() - refused) + " read back, " + refused + " refused");
    }
}
