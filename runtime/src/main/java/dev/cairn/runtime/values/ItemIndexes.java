package dev.cairn.runtime.values;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.Blobs;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The elements of foreaches, of which those used last are kept while the heap has room: they may be as large as the lists that they
 * are of, and who asks for one element of a foreach mostly asks for others. Thread-safe.
 */
public final class ItemIndexes {
    private static final int KEPT = 64;

    private final ArtifactLoader loader;
    private final Map<Address, SoftReference<ItemIndex>> indexes =
            new LinkedHashMap<>(16, 0.75f, true) { // guarded by this
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Address, SoftReference<ItemIndex>> eldest) {
                    return size() > KEPT;
                }
            };

    /**
     * Of foreaches that are stored where {@code loader} reads.
     *
     * @param loader reads what is not kept
     */
    public ItemIndexes(ArtifactLoader loader) {
        this.loader = loader;
    }

    /**
     * Notes one that was just made.
     *
     * @param address the address of what {@link ItemIndex#content} wrote
     * @param index the elements
     */
    public synchronized void add(Address address, ItemIndex index) {
        indexes.put(address, new SoftReference<>(index));
    }

    /**
     * {@return the elements that are stored under this address}
     *
     * @param address the address of what {@link ItemIndex#content} wrote
     * @throws IllegalArgumentException if what is stored there is none
     * @throws dev.cairn.datastore.DatastoreException if they are missing or damaged
     */
    public ItemIndex get(Address address) {
        ItemIndex known = known(address);
        if (known == null) {
            Blobs blobs = loader.datastore().blobs();
            known = ItemIndex.parse(blobs.read(address), blobs::read);
            add(address, known);
        }
        return known;
    }

    private synchronized @Nullable ItemIndex known(Address address) {
        SoftReference<ItemIndex> known = indexes.get(address);
        return known == null ? null : known.get();
    }
}
