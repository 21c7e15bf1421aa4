import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;

/** Sends a chat, a stream and an upload with the JDK's client, which asks for HTTP/2 unless told otherwise. */
class JdkClient {
    static final String CHAT =
        "{\"modelId\":\"amazon.nova-lite-v1:0\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";

    public static void main(String[] arguments) throws Exception {
        String url = arguments[0];
        for (HttpClient.Version version : HttpClient.Version.values()) {
            HttpClient client = HttpClient.newBuilder().version(version).build();
            HttpResponse<String> chat = client.send(post(url + "/chat", CHAT), HttpResponse.BodyHandlers.ofString());
            System.out.println(version + " chat " + chat.statusCode());
            String events = client.send(post(url + "/chat/stream", CHAT), HttpResponse.BodyHandlers.ofLines()).body()
                .filter(line -> line.startsWith("event: ")).map(line -> line.substring(7)).distinct()
                .collect(Collectors.joining(","));
            System.out.println(version + " stream " + events);
            HttpRequest list = request(url + "/models").GET().build();
            System.out.println(version + " list "
                + client.send(list, HttpResponse.BodyHandlers.ofString()).statusCode());
            HttpRequest put = request(url + "/governance")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"aiEnabled\":true,\"modelPolicy\":\"unrestricted\"}")).build();
            System.out.println(version + " put " + client.send(put, HttpResponse.BodyHandlers.ofString()).statusCode());
        }
    }

    static HttpRequest post(String url, String body) {
        return request(url).POST(HttpRequest.BodyPublishers.ofString(body)).build();
    }

    static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer test-token").header("Content-Type", "application/json");
    }
}
