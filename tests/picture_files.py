"""Files as editors may bring them, made by Pillow or byte by byte."""

import io
import struct
import zlib

from PIL import Image, ImageCms

WIDTH, HEIGHT = 160, 120
# What stands in the four corners, row by row, once a picture is upright.
RED, GREEN, BLUE, WHITE = (220, 30, 30), (30, 160, 30), (30, 30, 220), (250, 250, 250)
CORNERS = (RED, GREEN, BLUE, WHITE)
SCRIPT = b"<script>alert(1)</script>"
# How a camera that was held so stores an upright picture.
HELD = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def quarters(width=WIDTH, height=HEIGHT, mode="RGB"):
    """A picture of four fields, so that one sees which way it is turned."""
    image = Image.new("RGB", (width, height))
    middle = (width // 2, height // 2)
    for number, colour in enumerate(CORNERS):
        left, top = (number % 2) * middle[0], (number // 2) * middle[1]
        image.paste(colour, (left, top, width if left else middle[0], height))
    return image.convert(mode)


def corners(image):
    """The colours in the corners of a picture, row by row."""
    inset = (image.width // 8, image.height // 8)
    right, low = image.width - 1 - inset[0], image.height - 1 - inset[1]
    places = (inset, (right, inset[1]), (inset[0], low), (right, low))
    return [image.getpixel(place) for place in places]


def alike(found, wanted, *, within=24):
    """Whether colours differ by no more than lossy formats may make them."""
    return all(
        abs(one - other) <= within
        for pair in zip(found, wanted, strict=True)
        for one, other in zip(*pair, strict=True)
    )


def saved(image, form, **options):
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def jpeg(image=None, **options):
    return saved(image or quarters(), "JPEG", **{"quality": 92, **options})


def png(image=None, **options):
    return saved(image or quarters(), "PNG", **options)


def exif(orientation, **more):
    told = Image.Exif()
    told[0x0112] = orientation
    told[0x010F] = "Geheime camera"
    for tag, value in more.items():
        told[int(tag[1:])] = value
    return told


def held(orientation, image=None):
    """The upright picture as a camera that was held so stores it."""
    image = image or quarters()
    turn = HELD[orientation]
    return image if turn is None else image.transpose(turn)


def turned(orientation, form="JPEG", **options):
    return saved(held(orientation), form, exif=exif(orientation), **options)


def clear(mode="RGBA"):
    """The four fields, the last of them clear."""
    image = quarters(mode="RGBA")
    image.paste((0, 0, 0, 0), (WIDTH // 2, HEIGHT // 2, WIDTH, HEIGHT))
    return image.convert(mode)


def moving(form, **options):
    frames = [quarters(), quarters().transpose(Image.Transpose.ROTATE_180)]
    return saved(
        frames[0], form, save_all=True, append_images=frames[1:], duration=90, **options
    )


def chunk(kind, data):
    checked = kind + data
    return (
        struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))
    )


def raw_png(width, height, *, depth=8, colour=2, rows=b"", before=b"", after=b""):
    """A PNG of which the header tells whatever one likes."""
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + before
        + chunk(b"IDAT", zlib.compress(rows))
        + after
        + chunk(b"IEND", b"")
    )


def deep_png():
    """16 bits a colour: 160 by 120 of red at half."""
    pixel = struct.pack(">HHH", 0x8080, 0, 0)
    return raw_png(WIDTH, HEIGHT, depth=16, rows=(b"\0" + pixel * WIDTH) * HEIGHT)


def late_exif_png():
    """Its orientation stands behind the pixels, where the format allows it too."""
    image = held(6)
    pixels = image.tobytes()
    stride = image.width * 3
    rows = b"".join(
        b"\0" + pixels[start : start + stride]
        for start in range(0, len(pixels), stride)
    )
    told = exif(6).tobytes().removeprefix(b"Exif\0\0")
    return raw_png(*image.size, rows=rows, after=chunk(b"eXIf", told))


def deep_grey():
    """From black to white in 16 bits."""
    row = struct.pack(
        f"<{WIDTH}H", *(across * 65535 // (WIDTH - 1) for across in range(WIDTH))
    )
    return Image.frombytes("I;16", (WIDTH, HEIGHT), row * HEIGHT)


def lab_profile():
    """A profile of a colour space that no JPEG of ours is in."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()


def swapped_profile():
    """An RGB profile whose first and third colours stand for each other's."""
    profile = bytearray(
        ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    )
    # The tag table names rXYZ and bXYZ; with their names exchanged, red is blue.
    red, blue = profile.index(b"rXYZ"), profile.index(b"bXYZ")
    profile[red : red + 4], profile[blue : blue + 4] = b"bXYZ", b"rXYZ"
    return bytes(profile)


def several_jpegs():
    """A JPEG with a second picture behind it, as telephones write."""
    return saved(quarters(), "MPO", save_all=True, append_images=[quarters(80, 60)])


def text_bomb():
    """A remark of a few kB that says it is 100 MB long."""
    remark = b"Comment\0\0" + zlib.compress(bytes(100_000_000), 9)
    return raw_png(
        WIDTH,
        HEIGHT,
        rows=bytes((WIDTH * 3 + 1) * HEIGHT),
        before=chunk(b"zTXt", remark),
    )


def jpeg_header(width, height):
    """A JPEG whose frame header tells another size than its data hold."""
    whole = bytearray(jpeg())
    frame = whole.index(b"\xff\xc0")
    whole[frame + 5 : frame + 9] = struct.pack(">HH", height, width)
    return bytes(whole)


def gif_header(width, height):
    whole = bytearray(saved(quarters(), "GIF"))
    whole[6:10] = struct.pack("<HH", width, height)
    return bytes(whole)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def good():
    """Files that are taken, by name, as bytes."""
    cmyk, grey = quarters(mode="CMYK"), quarters(mode="L")
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    files = {
        "gewoon.jpg": jpeg(),
        "progressief.jpg": jpeg(progressive=True),
        "grijs.jpg": jpeg(grey),
        "cmyk.jpg": jpeg(cmyk),
        "cmyk-progressief.jpg": jpeg(cmyk, progressive=True),
        "srgb.jpg": jpeg(icc_profile=srgb),
        "lab-profiel.jpg": jpeg(icc_profile=lab_profile()),
        "kapot-profiel.jpg": jpeg(icc_profile=b"geen profiel"),
        "kapotte-exif.jpg": jpeg(exif=b"Exif\0\0II*\0\xff\xff\xff\xff"),
        "staart.jpg": jpeg() + b"PK\x03\x04" + SCRIPT,
        "opmerking.jpg": jpeg(comment=SCRIPT),
        "telefoon.jpg": several_jpegs(),
        "heet-png.png": jpeg(),
        "heet-niets": jpeg(),
        "heet-svg.svg": png(),
        "gewoon.png": png(),
        "doorzichtig.png": png(clear()),
        "palet.png": png(quarters(mode="P")),
        "doorzichtig-palet.png": png(
            clear().quantize(method=Image.Quantize.FASTOCTREE)
        ),
        "grijs.png": png(grey),
        "doorzichtig-grijs.png": png(clear("LA")),
        "zwart-wit.png": png(quarters(mode="1")),
        "16-bit-grijs.png": png(deep_grey()),
        "16-bit.png": deep_png(),
        "exif-achteraan.png": late_exif_png(),
        "een-beeldje.png": png(save_all=True),
        "gewoon.webp": saved(quarters(), "WEBP"),
        "doorzichtig.webp": saved(clear(), "WEBP", lossless=True),
        "gedraaid.webp": turned(6, "WEBP"),
        "gewoon.avif": saved(quarters(), "AVIF"),
        "doorzichtig.avif": saved(clear(), "AVIF"),
        "stil.gif": saved(quarters(), "GIF"),
        "staart.gif": saved(quarters(), "GIF") + SCRIPT,
    }
    for number in HELD:
        files[f"stand-{number}.jpg"] = turned(number)
    return files


DAMAGED = "Dit beeld is beschadigd of niet compleet."
UNKNOWN = "Dit is geen beeld dat we kunnen lezen."
MOVES = "Dit beeld beweegt, en alleen stilstaande beelden kunnen."
TOO_MANY = "Dit beeld heeft meer pixels dan er te lezen zijn."
SVG_REFUSED = "SVG kan niet, omdat er scripts in kunnen zitten."


def bad():
    """Files that are refused, by name: their bytes, and how the refusal begins."""
    gif = saved(quarters(), "GIF")
    webp, avif = saved(quarters(), "WEBP"), saved(quarters(), "AVIF")
    return {
        "leeg.jpg": (b"", "Dit bestand is leeg."),
        "een-byte.jpg": (b"\xff", UNKNOWN),
        "halve.jpg": (jpeg()[: len(jpeg()) // 2], DAMAGED),
        "alleen-kop.jpg": (jpeg()[:40], DAMAGED),
        "halve.png": (png()[: len(png()) // 2], DAMAGED),
        "verkeerde-som.png": (png().replace(b"IDAT", b"IDAU", 1), DAMAGED),
        "kort.png": (raw_png(WIDTH, HEIGHT, rows=b"\0" * 50), DAMAGED),
        "halve.webp": (webp[: len(webp) // 2], DAMAGED),
        "halve.avif": (avif[: len(avif) // 2], DAMAGED),
        "halve.gif": (gif[: len(gif) // 2], DAMAGED),
        "kop.gif": (gif[:20], DAMAGED),
        "bom.png": (raw_png(16_000, 16_000), TOO_MANY),
        "reus.png": (raw_png(60_000, 60_000), TOO_MANY),
        "bom.gif": (gif_header(16_000, 16_000), TOO_MANY),
        "groot.png": (
            raw_png(6000, 4000),
            "Dit beeld is 6000 bij 4000 pixels. Als PNG mogen het er 20 miljoen zijn,",
        ),
        "groot.jpg": (
            jpeg_header(9000, 7000),
            "Dit beeld is 9000 bij 7000 pixels. Als JPEG mogen het er 50 miljoen zijn,",
        ),
        "lang.jpg": (
            jpeg_header(17_000, 5000),
            "Dit beeld is 17000 bij 5000 pixels, en geen kant mag boven de 16000",
        ),
        "smal.jpg": (
            jpeg(quarters(900, 200)),
            "Dit beeld is 900 bij 200 pixels, en geen kant mag meer dan 4 keer",
        ),
        "stip.gif": (
            saved(Image.new("L", (1, 1)), "GIF"),
            "Dit beeld is 1 bij 1 pixels, en elke kant moet er minstens 100 zijn.",
        ),
        "zwaar.jpg": (
            jpeg() + bytes(33 * 1024**2),
            "Dit bestand is 33 MB, en hooguit 32 MB kan.",
        ),
        "tekstbom.png": (text_bomb(), DAMAGED),
        "tekening.svg": (SVG, SVG_REFUSED),
        "heet.jpg": (SVG, SVG_REFUSED),
        "xml.svg": (b'\xef\xbb\xbf<?xml version="1.0"?>\n' + SVG, SVG_REFUSED),
        "pagina.jpg": (b"<!doctype html><title>x</title>" + SCRIPT, UNKNOWN),
        "gif-script.gif": (b"GIF89a/*" + b"*/=1;alert(1)//", DAMAGED),
        "tekst.png": (b"zomaar wat tekst", UNKNOWN),
        "boek.pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "Dit is een PDF."),
        "scan.tif": (saved(quarters(), "TIFF"), "TIFF kan niet."),
        "beeld.bmp": (saved(quarters(), "BMP"), UNKNOWN),
        "beeld.jp2": (saved(quarters(), "JPEG2000"), UNKNOWN),
        "foto.heic": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "Dit is een HEIC-foto,"),
        "film.mp4": (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", UNKNOWN),
        "archief.zip": (b"PK\x03\x04" + bytes(60), UNKNOWN),
        "beweegt.gif": (moving("GIF"), MOVES),
        "beweegt.webp": (moving("WEBP"), MOVES),
        "beweegt.png": (moving("PNG"), MOVES),
        "beweegt.avif": (moving("AVIF"), MOVES),
    }
