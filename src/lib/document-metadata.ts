type Property = { name: string; type: string; category: string; about: string }

const properties: Property[] = ['DocumentFileName', 'DocumentType', 'Version', 'ConformanceLevel'].map((name) => ({
  ...{ name, type: 'Text', category: 'external' },
  about: `${name} of the invoice as data`,
}))

/** What PDF/A wants to be told of every property that it does not know itself. */
function schema(name: string, uri: string, prefix: string, known: Property[]) {
  const listed = known.map(
    ({ name, type, category, about }) => `<rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>${type}</pdfaProperty:valueType>
      <pdfaProperty:category>${category}</pdfaProperty:category>
      <pdfaProperty:description>${about}</pdfaProperty:description></rdf:li>`,
  )
  return `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>${name}</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>${uri}</pdfaSchema:namespaceURI><pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq>${listed.join('')}</rdf:Seq></pdfaSchema:property></rdf:li>`
}

const PDF_UA = 'http://www.aiim.org/pdfua/ns/id/'
const FACTUR_X = 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#'

/** That it can be read to somebody (PDF/UA) and, where the data are attached, that they are (Factur-X 1.0, § 6.2.2). */
export function archivalMetadata({ facturX }: { facturX: boolean }) {
  const part = { name: 'part', type: 'Integer', category: 'internal', about: 'Part of the standard ISO 14289' }
  const schemas = [
    schema('PDF/UA identification', PDF_UA, 'pdfuaid', [part]),
    ...(facturX ? [schema('Factur-X PDFA Extension Schema', FACTUR_X, 'fx', properties)] : []),
  ]
  return `
    <rdf:Description rdf:about="" xmlns:pdfuaid="${PDF_UA}"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
    ${facturX ? attached : ''}
    <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
      xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
      <pdfaExtension:schemas><rdf:Bag>${schemas.join('')}</rdf:Bag></pdfaExtension:schemas>
    </rdf:Description>`
}

const attached = `<rdf:Description rdf:about="" xmlns:fx="${FACTUR_X}">
      <fx:DocumentType>INVOICE</fx:DocumentType><fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>
      <fx:Version>1.0</fx:Version><fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>
    </rdf:Description>`
