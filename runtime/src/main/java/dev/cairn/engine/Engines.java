package dev.cairn.engine;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Finds the engine of a URL. */
public final class Engines {
    private static final Map<String, String> ARTIFACTS = Map.of("temporal", "dev.cairn:cairn-engine-temporal");

    private Engines() {}

    /**
     * The provider of the engine at a URL, such as {@code temporal://host:7233/namespace/queue}.
     *
     * @param url the whole URL
     * @return the provider of its scheme
     * @throws UnknownEngineException if there is none; the message names the artifact that has it, if it is known
     */
    public static EngineProvider find(String url) {
        TreeMap<String, EngineProvider> providers = new TreeMap<>();
        ServiceLoader.load(EngineProvider.class, Engines.class.getClassLoader())
                .forEach(provider -> providers.putIfAbsent(provider.scheme(), provider));
        ServiceLoader.load(EngineProvider.class)
                .forEach(provider -> providers.putIfAbsent(provider.scheme(), provider));
        int colon = url.indexOf(':');
        String scheme = colon < 0 ? "" : url.substring(0, colon);
        EngineProvider provider = providers.get(scheme);
        if (provider != null) {
            return provider;
        } else if (ARTIFACTS.containsKey(scheme)) {
            throw new UnknownEngineException("`" + url + "` needs an artifact that is not on the class path: add `"
                    + ARTIFACTS.get(scheme) + "` to the dependencies.");
        }
        throw new UnknownEngineException(
                "`" + url + "` is not the URL of an engine. Use temporal://<host>:<port>/<namespace>/<task queue>.");
    }
}
