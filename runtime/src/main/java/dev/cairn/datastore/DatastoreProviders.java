package dev.cairn.datastore;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Finds the provider of a URL. */
final class DatastoreProviders {
    /** The artifacts that have the providers of schemes. */
    private static final Map<String, String> ARTIFACTS =
            Map.of("file", "dev.cairn:cairn-datastore-file", "postgresql", "dev.cairn:cairn-datastore-postgresql");

    private DatastoreProviders() {}

    static Datastore open(String url) {
        return find(url).open(url);
    }

    static DatastoreProvider find(String url) {
        TreeMap<String, DatastoreProvider> providers = new TreeMap<>();
        ServiceLoader.load(DatastoreProvider.class, DatastoreProviders.class.getClassLoader())
                .forEach(provider -> providers.putIfAbsent(provider.scheme(), provider));
        ServiceLoader.load(DatastoreProvider.class)
                .forEach(provider -> providers.putIfAbsent(provider.scheme(), provider));
        int colon = url.indexOf(':');
        String scheme = url.substring(0, Math.max(0, colon));
        DatastoreProvider provider = providers.get(scheme);
        if (provider == null) {
            if (ARTIFACTS.containsKey(scheme)) {
                throw new UnknownDatastoreException("a datastore `" + scheme
                        + ":` needs an artifact that is not on the class path: add `" + ARTIFACTS.get(scheme)
                        + "` to the dependencies.");
            }
            throw new UnknownDatastoreException("`" + url + "` is not a datastore. Use one of: "
                    + String.join(
                            ", ",
                            providers.keySet().stream()
                                    .map(known -> known + ":")
                                    .toList()));
        }
        return provider;
    }
}
