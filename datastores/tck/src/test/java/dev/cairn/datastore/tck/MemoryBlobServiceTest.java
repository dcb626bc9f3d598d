package dev.cairn.datastore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryBlobServiceTest {
    private final BlobService service = new MemoryBlobService();

    @Test
    void thePutThatCameLastCounts() {
        assertThat(service.get("a")).isEmpty();
        service.put("a", new byte[] {1});
        service.put("a", new byte[] {2});

        assertThat(service.get("a")).hasValue(new byte[] {2});
        service.delete("a");
        service.delete("a");
        assertThat(service.get("a")).isEmpty();
    }

    @Test
    void onlyTheFirstPutsWhatIsAbsent() {
        assertThat(service.putIfAbsent("a", new byte[] {1})).isTrue();
        assertThat(service.putIfAbsent("a", new byte[] {2})).isFalse();
        assertThat(service.get("a")).hasValue(new byte[] {1});

        service.delete("a");
        assertThat(service.putIfAbsent("a", new byte[] {3})).isTrue();
    }

    @Test
    void aRangeEndsWithTheContent() {
        service.put("a", new byte[] {0, 1, 2, 3, 4});

        assertThat(service.get("a", 1, 3)).hasValue(new byte[] {1, 2, 3});
        assertThat(service.get("a", 3, 10)).hasValue(new byte[] {3, 4});
        assertThat(service.get("a", 5, 1)).hasValue(new byte[0]);
        assertThat(service.get("a", Long.MAX_VALUE, 1)).hasValue(new byte[0]);
        assertThat(service.get("b", 0, 1)).isEmpty();
    }

    @Test
    void keysAreListedByPrefixInPagesSortedByTheirBytes() {
        List<String> keys = List.of("a", "b/", "b/1", "b/10", "b/2", "b/é", "b/\uFFEE", "b/\uD83D\uDE00", "c");
        List<String> reversed = new ArrayList<>(keys);
        Collections.reverse(reversed);
        reversed.forEach(key -> service.put(key, new byte[0]));

        assertThat(service.list("", "", 100)).isEqualTo(keys);
        assertThat(service.list("b/", "", 3)).containsExactly("b/", "b/1", "b/10");
        assertThat(service.list("b/", "b/10", 3)).containsExactly("b/2", "b/é", "b/\uFFEE");
        assertThat(service.list("b/", "b/\uFFEE", 3)).containsExactly("b/\uD83D\uDE00");
        assertThat(service.list("d", "", 3)).isEmpty();
    }

    @Test
    void nobodyElseHasItsBytes() {
        byte[] content = {1, 2};
        service.put("a", content);
        content[0] = 9;
        service.get("a").orElseThrow()[1] = 9;

        assertThat(service.get("a")).hasValue(new byte[] {1, 2});
    }
}
