package dev.cairn.processor.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.schema.Renames;
import dev.cairn.processor.lock.MemberNames.Member;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The names that members have and had mean to the processor what they mean to the runtime. */
class MemberNamesTest {
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "f");

    @Test
    void meansWhatTheRuntimeMeans() {
        int open = 0;
        int decided = 0;
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            List<String> stored = some(random, 1 + random.nextInt(4));
            List<Renames.Member> members = new ArrayList<>();
            for (String name : some(random, 1 + random.nextInt(4))) {
                List<String> formerNames = random.nextBoolean() ? List.of() : some(random, 1 + random.nextInt(2));
                members.add(new Renames.Member(
                        name,
                        formerNames.stream()
                                .filter(former -> !former.equals(name))
                                .toList()));
            }
            List<Member> same = members.stream()
                    .map(member -> new Member(member.name(), member.formerNames()))
                    .toList();
            boolean fields = random.nextBoolean();
            Renames expected = fields ? Renames.ofFields(stored, members) : Renames.ofAlternatives(stored, members);
            MemberNames actual = fields ? MemberNames.ofFields(stored, same) : MemberNames.ofAlternatives(stored, same);
            for (String name : stored) {
                assertThat(actual.meaning(name))
                        .as("seed %d: %s of %s", seed, name, members)
                        .isEqualTo(expected.meaning(name));
                assertThat(actual.isOpen(name)).isEqualTo(expected.isOpen(name));
                open += expected.isOpen(name) ? 1 : 0;
                decided += expected.meaning(name) >= 0 ? 1 : 0;
            }
        }
        assertThat(open).isGreaterThan(1_000);
        assertThat(decided).isGreaterThan(10_000);
    }

    private static List<String> some(Random random, int count) {
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        return List.copyOf(names.subList(0, count));
    }
}
