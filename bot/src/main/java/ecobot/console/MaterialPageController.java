package ecobot.console;

import ecobot.chat.Formats;
import ecobot.library.Attachment;
import ecobot.library.Material;
import ecobot.library.Materials;
import ecobot.media.Media;
import ecobot.push.ReadByLink;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * The full text of a material, for whoever has an address that the bot made. The browser may run nothing and load nothing but the page's own
 * style, so that a text which slips through as markup does nothing.
 */
@Controller
class MaterialPageController {

    static final String PATH = "/materials";

    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "style-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'");

    private final Materials materials;
    private final Media media;
    private final ReadByLink readings;
    private final PageKey key;
    private final Formats formats;

    MaterialPageController(Materials materials, Media media, ReadByLink readings, PageKey key, Formats formats) {
        this.materials = materials;
        this.media = media;
        this.readings = readings;
        this.key = key;
        this.formats = formats;
    }

    @GetMapping(PATH + "/{token}")
    ModelAndView page(@PathVariable String token, HttpServletRequest asked, HttpServletResponse answer) {
        guard(answer);
        var read = PageToken.of(token, key);
        var found = read.flatMap(of -> shown(of.material()));
        if (found.isPresent() && isOpened(asked)) {
            read.filter(of -> !of.forGroup()).ifPresent(of -> readings.opened(of.material(), of.receiver()));
        }
        return found.map(material -> page(material, token)).orElseGet(MaterialPageController::nothing);
    }

    /** What a browser fetches in case somebody might open it is not opened. */
    private static boolean isOpened(HttpServletRequest asked) {
        return asked.getMethod().equals("GET")
                && Stream.of("Sec-Purpose", "Purpose")
                        .map(asked::getHeader)
                        .noneMatch(purpose -> purpose != null && purpose.contains("prefetch"));
    }

    private ModelAndView page(Material material, String token) {
        var newer = Optional.ofNullable(material.supersededBy()).flatMap(materials::find);
        var files = materials.attachments(material.id()).stream()
                .map(Attachment::fileName)
                .toList();
        return new ModelAndView("console/material")
                .addObject(
                        "material",
                        new Page(
                                material,
                                day(material.issuedOn()),
                                day(material.effectiveOn()),
                                newer.map(Material::title).orElse(""),
                                Markdown.html(material.body()),
                                files,
                                PATH + "/" + token + "/files/"));
    }

    private static ModelAndView nothing() {
        var page = new ModelAndView("console/no-material");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }

    /** A file of the material, by its place from 1. */
    @GetMapping(PATH + "/{token}/files/{place}")
    ResponseEntity<byte[]> file(@PathVariable String token, @PathVariable int place) {
        return PageToken.of(token, key)
                .flatMap(read -> shown(read.material()))
                .map(material -> materials.attachments(material.id()))
                .filter(files -> place > 0 && place <= files.size())
                .flatMap(files -> file(files.get(place - 1)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private Optional<ResponseEntity<byte[]>> file(Attachment file) {
        return media.find(file.hash())
                .map(content -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(file.fileName(), StandardCharsets.UTF_8)
                                        .build()
                                        .toString())
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Content-Security-Policy", POLICY)
                        .cacheControl(CacheControl.noStore())
                        .body(content.bytes()));
    }

    @GetMapping(PATH + "/page.css")
    ResponseEntity<Resource> style() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/css;charset=utf-8"))
                .header("X-Content-Type-Options", "nosniff")
                .body(new ClassPathResource("templates/console/page.css"));
    }

    /** A draft is nobody's business, whoever has an address of its time as something else. */
    private Optional<Material> shown(long id) {
        return materials
                .find(id)
                .filter(material ->
                        material.state() != Material.State.DRAFT && material.state() != Material.State.REVIEWED);
    }

    private String day(@Nullable LocalDate day) {
        return day == null ? "" : formats.day(day);
    }

    private static void guard(HttpServletResponse answer) {
        answer.setHeader("Content-Security-Policy", POLICY);
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("Referrer-Policy", "no-referrer");
        answer.setHeader("X-Robots-Tag", "noindex");
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /**
     * What the page shows.
     *
     * @param newer the title of what replaces it; empty for nothing
     * @param body HTML
     * @param files names
     * @param filesAt where they are, without their place
     */
    record Page(
            Material material,
            String issuedOn,
            String effectiveOn,
            String newer,
            String body,
            List<String> files,
            String filesAt) {}
}
