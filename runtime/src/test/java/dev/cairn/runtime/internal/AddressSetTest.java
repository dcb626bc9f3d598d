package dev.cairn.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Address;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AddressSetTest {
    /** How many are added; most collide, so that twice as many take four times as long. {@code -Daddress.set=50000} adds more. */
    private static final int COUNT = Integer.getInteger("address.set", 10_000);

    @Test
    void hasWhatWasAddedAndNothingElse() {
        AddressSet set = new AddressSet();
        Set<Address> expected = new HashSet<>();
        Random random = new Random(20261129);
        for (int i = 0; i < COUNT; i++) {
            Address address = address(random, random.nextInt(3));
            assertThat(set.add(address)).isEqualTo(expected.add(address));
        }

        assertThat(set.size()).isEqualTo(expected.size());
        assertThat(expected).allMatch(set::contains);
        for (int i = 0; i < COUNT; i++) {
            Address address = address(random, random.nextInt(3));
            assertThat(set.contains(address)).isEqualTo(expected.contains(address));
        }
    }

    @Test
    void hasTheAddressOfZeros() {
        AddressSet set = new AddressSet();
        Address zeros = Address.ofBytes(new byte[32]);
        assertThat(set.contains(zeros)).isFalse();
        assertThat(set.add(zeros)).isTrue();
        assertThat(set.add(zeros)).isFalse();
        assertThat(set.contains(zeros)).isTrue();
        assertThat(set.size()).isEqualTo(1);
    }

    /** Many begin with the same few bytes, or have halves of zeros. */
    private static Address address(Random random, int kind) {
        ByteBuffer bytes = ByteBuffer.allocate(32);
        bytes.putLong(kind == 0 ? 0 : kind == 1 ? random.nextInt(50) : random.nextLong());
        bytes.putLong(kind == 2 ? 0 : random.nextInt(COUNT / 5));
        return Address.ofBytes(bytes.array());
    }
}
