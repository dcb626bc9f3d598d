package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.OtherJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Equal values have one address: however they were made (in which order, with which capacity, after what was removed, of which class,
 * with shared parts or copies) and wherever. Each virtual machine makes the same values again, in an order of its own; they differ in
 * all that may show in a hash table or in a text. {@code -Daddress.values} is how many.
 */
final class OneAddressTest {
    private static final long SEED = Long.getLong("cairn.seed", 20261129);
    private static final int COUNT = Integer.getInteger("address.values", 100);

    /** Of one virtual machine each. Identity hashes are 1 for all, count up, or are random. */
    private static final List<List<String>> OPTIONS = List.of(
            List.of("-Xint", "-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=2"),
            List.of(
                    "-Duser.language=tr",
                    "-Duser.country=TR",
                    "-Dfile.encoding=ISO-8859-1",
                    "-Duser.timezone=Asia/Kathmandu",
                    "-XX:+UnlockExperimentalVMOptions",
                    "-XX:hashCode=3"),
            List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-Duser.language=ar",
                    "-Duser.timezone=America/St_Johns",
                    "-XX:-CompactStrings"));

    @Test
    void howeverAndWhereverTheyAreMade() throws IOException, InterruptedException {
        System.out.println("seed of howeverAndWhereverTheyAreMade: " + SEED);
        List<String> expected = OneAddressMain.addresses(SEED, COUNT, 1);
        assertThat(expected).hasSize(COUNT);
        assertThat(expected.stream().filter(line -> line.contains(" or "))).isEmpty();
        assertThat(new HashSet<>(expected.stream()
                        .map(line -> line.substring(line.lastIndexOf(' ')))
                        .toList()))
                .hasSizeGreaterThan(COUNT / 2); // not all are null

        int machines = 0;
        for (Path home : OtherJvm.homes()) {
            for (List<String> options : OPTIONS) {
                List<String> all = new ArrayList<>(options);
                all.add("-XX:+UseSerialGC");
                OtherJvm machine = new OtherJvm(home, all);
                OtherJvm.Result result = machine.run(OneAddressMain.class, SEED, COUNT, 1000 + machines++);
                assertThat(result.exitStatus()).as("%s", machine).isZero();
                List<String> others = new ArrayList<>(result.lines());
                others.removeAll(new HashSet<>(expected));
                assertThat(others).as("%s", machine).isEmpty();
                assertThat(result.lines()).as("%s", machine).isEqualTo(expected);
            }
        }
        System.out.println(COUNT + " values in " + machines + " other virtual machines");
        assertThat(machines).isGreaterThanOrEqualTo(OPTIONS.size());
    }
}
